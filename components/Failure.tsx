/** Why a button's work failed, told at once to whoever does not see it; nothing while it did not. */
import type { Task } from './task.ts';

export function Failure({ of: { failure } }: { of: Pick<Task, 'failure'> }) {
  if (!failure) return null;
  return (
    <p class="wrong" role="alert">
      {failure}
    </p>
  );
}
