/** A person's word on one finding: what was decided, or the buttons to decide. */
import { useState } from 'preact/hooks';
import type { AuditRecord, Decision, Finding } from '../lib/model.ts';
import { claimOf, key } from '../lib/words/labels.ts';
import { Confirm } from './Confirm.tsx';
import { DecisionNote } from './DecisionNote.tsx';
import { Dismiss } from './Dismiss.tsx';
import { FollowUp } from './FollowUp.tsx';
import { SignedForm } from './SignedForm.tsx';
import type { PanelActions, Reviewing } from './view.ts';
import { useWords } from './words.ts';

type Kind = Decision['kind'];

const CHOICES: readonly { kind: Kind; label: 'decide_confirm' | 'decide_dismiss' | 'decide_mend' | 'decide_reopen' }[] = [
  { kind: 'confirmed', label: 'decide_confirm' },
  { kind: 'dismissed', label: 'decide_dismiss' },
  { kind: 'mended', label: 'decide_mend' },
  { kind: 'reopen-needed', label: 'decide_reopen' },
];

export interface DecideProps {
  finding: Finding;
  record: AuditRecord;
  decision: Decision | undefined;
  /** On an earlier state of the finding. */
  lapsed: Decision | undefined;
  /** The ticket is closed already, so it may have to be opened again. */
  closed: boolean;
  reviewing: Pick<Reviewing, 'reviewer' | 'desk'>;
  actions: Pick<PanelActions, 'decide' | 'author' | 'mapTool'>;
  /** The form is gone: focus must go somewhere near. */
  onClosed(): void;
}

function Decided({ decision, onAgain, ...rest }: { decision: Decision; onAgain(): void } & DecideProps) {
  const { t } = useWords();
  const { finding, record, reviewing, actions } = rest;
  const claim = claimOf(finding, record);
  return (
    <>
      <DecisionNote decision={decision} record={record} />
      {claim && reviewing.desk && <FollowUp decision={decision} claim={claim} record={record} desk={reviewing.desk} actions={actions} />}
      <button type="button" class="quiet" onClick={onAgain}>
        {t('decide_again')}
      </button>
    </>
  );
}

export function Decide(props: DecideProps) {
  const { t } = useWords();
  const { finding, record, decision, lapsed, closed, actions, onClosed } = props;
  const { reviewer } = props.reviewing;
  const [kind, setKind] = useState<Kind | null>(null);
  const [again, setAgain] = useState(false);
  const close = () => {
    setKind(null);
    setAgain(false);
    onClosed();
  };
  // "Reopen needed" is done with once the ticket is open again, and a decision is due on what was to be mended.
  const reopened = decision?.kind === 'reopen-needed' && !closed;
  if (decision && !again && !reopened) return <Decided {...props} decision={decision} onAgain={() => setAgain(true)} />;
  return (
    <>
      {lapsed && <DecisionNote decision={lapsed} record={record} lapsed="changed" />}
      {reopened && <DecisionNote decision={decision} record={record} lapsed="reopened" />}
      <fieldset class="buttons" aria-label={t('decide_label')}>
        {CHOICES.filter((choice) => closed || choice.kind !== 'reopen-needed').map((choice) => (
          <button key={choice.kind} type="button" aria-pressed={kind === choice.kind} onClick={() => setKind(choice.kind)}>
            {t(choice.label)}
          </button>
        ))}
        {decision && !reopened && (
          <button type="button" class="quiet" onClick={close}>
            {t('decide_keep')}
          </button>
        )}
      </fieldset>
      {kind === 'dismissed' && (
        <Dismiss
          finding={finding}
          calls={record.evidence.calls}
          reviewer={reviewer}
          onDecide={(word, name) => actions.decide(finding, word, name).then(close)}
          onCancel={close}
        />
      )}
      {kind === 'confirmed' && (
        <Confirm reviewer={reviewer} onDecide={(word, name) => actions.decide(finding, word, name).then(close)} onCancel={close} />
      )}
      {kind && kind !== 'dismissed' && kind !== 'confirmed' && (
        <SignedForm
          key={kind}
          question={t(key('reason', kind))}
          optional={kind !== 'mended'}
          submit={t('save_decision')}
          reviewer={reviewer}
          onSubmit={(reason, name) => actions.decide(finding, { kind, reason }, name).then(close)}
          onCancel={close}
        />
      )}
    </>
  );
}
