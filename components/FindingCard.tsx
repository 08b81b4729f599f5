/** One finding, whole: quote, verdict, reason, claimed beside recorded, other opinions, decision. */

import { useRef } from 'preact/hooks';
import { colourOf } from '../lib/colour.ts';
import type { AuditRecord, Claim, Decision, Finding } from '../lib/model.ts';
import { Calls } from './Calls.tsx';
import { Comparison } from './Comparison.tsx';
import { Decide } from './Decide.tsx';
import { detailLines, explain, short } from './labels.ts';
import { Others } from './Others.tsx';
import { useTask } from './task.ts';
import { VerdictChip } from './VerdictChip.tsx';
import type { PanelActions } from './view.ts';
import { useWords } from './words.ts';

export interface FindingCardProps {
  finding: Finding;
  record: AuditRecord;
  decision: Decision | undefined;
  lapsed: Decision | undefined;
  reviewer: string;
  actions: Pick<PanelActions, 'show' | 'decide'>;
}

/** The element's id, so that list and page can bring the reader to it. */
export const cardId = (findingId: string): string => `finding-${findingId}`;

function claimOf(finding: Finding, record: AuditRecord): Claim | undefined {
  return finding.about === 'claim' ? record.claims.find((claim) => claim.id === finding.claimId) : undefined;
}

export function FindingCard({ finding, record, decision, lapsed, reviewer, actions }: FindingCardProps) {
  const words = useWords();
  const { t } = words;
  const card = useRef<HTMLElement>(null);
  const showing = useTask();
  const claim = claimOf(finding, record);
  const message = record.page.messages.find((candidate) => candidate.id === claim?.messageId);
  const id = cardId(finding.id);
  const lines = detailLines(finding.detail, words);
  const supported = finding.about === 'claim' && finding.verdict === 'supported';
  return (
    <article ref={card} id={id} class={`finding ${colourOf(finding)}${decision ? ' decided' : ''}`} tabIndex={-1} aria-labelledby={`${id}-title`}>
      <header>
        <VerdictChip finding={finding} />
        {claim && <span class="reason">{short(finding, words)}</span>}
      </header>
      <div class="heading">
        <h3 id={`${id}-title`}>{claim ? <q>{claim.quote}</q> : short(finding, words)}</h3>
        {claim && (
          <button
            type="button"
            class="quiet"
            aria-label={t('show_on_page')}
            disabled={showing.busy}
            onClick={() => void showing.run(() => actions.show(claim))}
          >
            {t('show')}
          </button>
        )}
      </div>
      {message && (
        <p class="meta">
          {message.author.name}, {t(`message_${message.visibility}`)}
          {message.at && <>, {words.minute(message.at)}</>}
        </p>
      )}
      {showing.failure && (
        <p class="wrong" role="alert">
          {showing.failure}
        </p>
      )}
      <p>{explain(finding.about === 'claim' ? finding.reason : finding.class, finding, words)}</p>
      {lines.map((line) => (
        <p key={line} class="detail">
          {line}
        </p>
      ))}
      {finding.about === 'claim' && claim ? (
        <Comparison finding={finding} claim={claim} record={record} />
      ) : (
        <Calls ids={finding.calls} record={record} />
      )}
      {finding.about === 'claim' && <Others opinions={finding.others} />}
      {!supported && (
        <Decide
          decision={decision}
          lapsed={lapsed}
          reviewer={reviewer}
          onClosed={() => card.current?.focus()}
          onDecide={(kind, reason, name) => actions.decide({ findingId: finding.id, kind, reason }, name)}
        />
      )}
    </article>
  );
}
