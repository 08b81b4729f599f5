/** Why a finding does not hold, in one click; more is asked only where more is needed: which call, which words, whose name. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DismissedFor, Finding, ToolCall } from '../lib/model.ts';
import { whyNot } from '../lib/words/labels.ts';
import { Failure } from './Failure.tsx';
import { PickCall } from './PickCall.tsx';
import { SignedForm } from './SignedForm.tsx';
import { useTask } from './task.ts';
import type { Word } from './view.ts';
import { useWords } from './words.ts';

/** What can be wrong with words cannot be wrong with a call, and no tool bears out that something failed. */
function reasonsFor({ about, claimId }: Finding): readonly DismissedFor[] {
  if (about === 'claim') return ['not-a-claim', 'tool-does-it', 'outside-log', 'wrong-author', 'other'];
  return claimId === undefined ? ['outside-log', 'other'] : ['not-a-claim', 'outside-log', 'wrong-author', 'other'];
}

export interface DismissProps {
  finding: Finding;
  calls: readonly ToolCall[];
  reviewer: string;
  onDecide(word: Word, reviewer: string): Promise<void>;
  onCancel(): void;
}

export function Dismiss({ finding, calls, reviewer, onDecide, onCancel }: DismissProps) {
  const words = useWords();
  const { t } = words;
  const task = useTask();
  const [why, setWhy] = useState<DismissedFor | null>(null);
  const [call, setCall] = useState<ToolCall | null>(null);
  const reasons = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => reasons.current?.querySelector('button')?.focus(), []);

  const word = (reason: string, of: DismissedFor, by: ToolCall | null): Word => ({
    kind: 'dismissed',
    reason,
    why: of,
    ...(by ? { call: by.id } : {}),
  });
  /** At once, where nothing more has to be asked. */
  const choose = (of: DismissedFor, by: ToolCall | null = null) => {
    setWhy(of);
    setCall(by);
    const complete = reviewer.trim() !== '' && of !== 'other' && (of !== 'tool-does-it' || by !== null);
    if (complete) void task.run(() => onDecide(word('', of, by), reviewer.trim()));
  };
  const asksForWords = why === 'other';
  const asksForName = why !== null && !reviewer.trim() && (why !== 'tool-does-it' || call !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the choice from whichever control in it has the focus
    <div class="dismiss" onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <fieldset ref={reasons}>
        <legend>{t('dismiss_why')}</legend>
        <div class="buttons">
          {reasonsFor(finding).map((one) => (
            <button key={one} type="button" aria-pressed={why === one} disabled={task.busy} onClick={() => choose(one)}>
              {whyNot(one, finding, words)}
            </button>
          ))}
        </div>
      </fieldset>
      {why === 'tool-does-it' && !call && (
        <PickCall calls={calls} first={finding.calls} disabled={task.busy} onPick={(picked) => choose('tool-does-it', picked)} />
      )}
      {(asksForWords || asksForName) && (
        <SignedForm
          key={why}
          {...(asksForWords ? { question: t('reason_dismissed') } : {})}
          submit={t('save_decision')}
          reviewer={reviewer}
          onSubmit={(reason, name) => onDecide(word(reason, why, call), name)}
          onCancel={onCancel}
        />
      )}
      <Failure of={task} />
    </div>
  );
}
