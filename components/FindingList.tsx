/** The findings, worst first; supported claims after them, a line each, with the call that bears them out. */
import { useEffect, useRef } from 'preact/hooks';
import { colourOf } from '../lib/colour.ts';
import type { AuditRecord, Decision, Finding, TicketState } from '../lib/model.ts';
import { awaitsAuthor } from '../lib/open.ts';
import { isClosed } from './closed.ts';
import { cardId, FindingCard } from './FindingCard.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { byStake } from './order.ts';
import { SupportedClaim } from './SupportedClaim.tsx';
import { TakenBack } from './TakenBack.tsx';
import type { PanelActions, Reviewing } from './view.ts';
import { useWords } from './words.ts';

/** Brings a finding to the reader, out of its fold. */
export function bringToReader(document: Document, findingId: string): void {
  const card = document.getElementById(cardId(findingId));
  card?.closest('details')?.setAttribute('open', '');
  card?.focus();
  card?.scrollIntoView({ block: 'nearest' });
}

export interface FindingListProps {
  ticket: TicketState;
  record: AuditRecord;
  reviewing: Pick<Reviewing, 'reviewer' | 'desk'>;
  actions: PanelActions;
}

export function FindingList({ ticket, record, reviewing, actions }: FindingListProps) {
  const { t } = useWords();
  const list = useRef<HTMLElement>(null);
  const { decisions, lapsed, shown, page } = ticket;

  // The page asked for this finding: the reader pressed its badge, or a held close button.
  useEffect(() => {
    if (shown?.findingId && list.current) bringToReader(list.current.ownerDocument, shown.findingId);
  }, [shown?.findingId, shown?.at]);

  const of = (finding: Finding) => (decision: Decision) => decision.findingId === finding.id;
  const card = (finding: Finding) => (
    <FindingCard
      finding={finding}
      record={record}
      decision={decisions.find(of(finding))}
      lapsed={lapsed.find(of(finding))}
      closed={page !== null && isClosed(page)}
      reviewing={reviewing}
      actions={actions}
    />
  );
  // Claims that wait for their author are one question, asked at the top.
  const ordered = byStake(record).filter((finding) => !awaitsAuthor(finding));
  const open = ordered.filter((finding) => colourOf(finding) !== 'green');
  const supported = ordered.filter((finding) => colourOf(finding) === 'green');
  return (
    <section ref={list} class="findings" aria-label={t('findings_title')}>
      {open.length > 0 && (
        <>
          <KeysHelp title={t('findings_title')} />
          <ol class="cards">
            {open.map((finding) => (
              <li key={finding.id}>{card(finding)}</li>
            ))}
          </ol>
        </>
      )}
      {supported.length > 0 && (
        <>
          <h2>{t('supported_title')}</h2>
          <ul class="supported">
            {supported.map((finding) => (
              <li key={finding.id}>
                <SupportedClaim finding={finding} record={record}>
                  {card(finding)}
                </SupportedClaim>
              </li>
            ))}
          </ul>
        </>
      )}
      <TakenBack record={record} onShow={actions.show} />
    </section>
  );
}
