/** Has something been awaited for longer than it should take? Then what to do is said, and not before. */
import { useEffect, useState } from 'preact/hooks';

/** @param ms after so long with `waiting` true without a break. */
export function useLate(waiting: boolean, ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!waiting) return;
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [waiting, ms]);
  return late && waiting;
}
