/** One finding, whole: quote, verdict, reason, claimed beside recorded, other opinions, decision. */

import { useRef } from 'preact/hooks';
import { colourOf } from '../lib/colour.ts';
import type { AuditRecord, Decision, Finding } from '../lib/model.ts';
import { claimOf, detailLines, explain, short, valueLines } from '../lib/words/labels.ts';
import { Calls } from './Calls.tsx';
import { Comparison } from './Comparison.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Decide } from './Decide.tsx';
import { Failure } from './Failure.tsx';
import { findingText } from './finding-text.ts';
import { Others } from './Others.tsx';
import { SaidIn } from './SaidIn.tsx';
import { ShowOnPage } from './ShowOnPage.tsx';
import { useTask } from './task.ts';
import { VerdictChip } from './VerdictChip.tsx';
import type { PanelActions, Reviewing } from './view.ts';
import { useWords } from './words.ts';

export interface FindingCardProps {
  finding: Finding;
  record: AuditRecord;
  decision: Decision | undefined;
  lapsed: Decision | undefined;
  /** The ticket is closed already. */
  closed: boolean;
  reviewing: Pick<Reviewing, 'reviewer' | 'desk'>;
  actions: Pick<PanelActions, 'show' | 'decide' | 'author' | 'mapTool' | 'copy'>;
}

/** The element's id, so that list and page can bring the reader to it. */
export const cardId = (findingId: string): string => `finding-${findingId}`;

export function FindingCard(props: FindingCardProps) {
  const { finding, record, decision, closed, reviewing, actions } = props;
  const words = useWords();
  const { t } = words;
  const card = useRef<HTMLElement>(null);
  const showing = useTask();
  const claim = claimOf(finding, record);
  const id = cardId(finding.id);
  const supported = finding.about === 'claim' && finding.verdict === 'supported';
  // Both are the evidence: that they are the same, and that they are two.
  const isTwice = finding.about === 'ticket' && finding.class === 'duplicate-action';
  const isSettled = decision !== undefined && (closed || decision.kind !== 'reopen-needed');
  const textOf = () => findingText(finding, record, decision, reviewing.desk?.ticketUrl ?? null, words);
  return (
    <article ref={card} id={id} class={`finding ${colourOf(finding)}${isSettled ? ' decided' : ''}`} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <header>
        <p>
          <VerdictChip finding={finding} />
          {claim && <span class="reason">{short(finding, words)}</span>}
        </p>
        <span class="tools-of-card">
          {claim && <ShowOnPage claim={claim} task={showing} onShow={actions.show} />}
          <CopyButton label={t('copy')} name={t('copy_finding')} shortcut="c" quiet text={textOf} onCopy={actions.copy} />
        </span>
      </header>
      <h3 id={`${id}-title`}>{claim ? <q>{claim.quote}</q> : short(finding, words)}</h3>
      <SaidIn claim={claim} record={record} />
      <Failure of={showing} />
      <p>{explain(finding.about === 'claim' ? finding.reason : finding.class, finding, words, claim?.status)}</p>
      {[...detailLines(finding.detail, words), ...valueLines(finding, words)].map((line) => (
        <p key={line} class="detail">
          {line}
        </p>
      ))}
      {claim ? <Comparison finding={finding} claim={claim} record={record} /> : <Calls ids={finding.calls} record={record} open={isTwice ? 2 : 1} />}
      {finding.about === 'claim' && <Others opinions={finding.others} status={claim?.status} />}
      {!supported && <Decide {...props} onClosed={() => card.current?.focus()} />}
    </article>
  );
}
