/** The findings, worst first; supported claims after them, a line each, with the call that bears them out. */
import { useEffect, useRef } from 'preact/hooks';
import { colourOf } from '../lib/colour.ts';
import type { Decision, Finding, TicketState } from '../lib/model.ts';
import { cardId, FindingCard } from './FindingCard.tsx';
import { useFindingKeys } from './keys.ts';
import { byStake } from './order.ts';
import { SupportedClaim } from './SupportedClaim.tsx';
import type { PanelActions } from './view.ts';
import { useWords } from './words.ts';

type Judged = TicketState & { record: NonNullable<TicketState['record']> };

export function FindingList({ ticket, reviewer, actions }: { ticket: Judged; reviewer: string; actions: PanelActions }) {
  const { t } = useWords();
  const list = useRef<HTMLElement>(null);
  useFindingKeys(list);
  const { record, decisions, lapsed, shown } = ticket;

  // The page asked for this finding: the reader pressed its badge, or a held close button.
  useEffect(() => {
    if (!shown?.findingId) return;
    const card = list.current?.ownerDocument.getElementById(cardId(shown.findingId));
    card?.closest('details')?.setAttribute('open', '');
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  }, [shown?.findingId, shown?.at]);

  const of = (finding: Finding) => (decision: Decision) => decision.findingId === finding.id;
  const card = (finding: Finding) => (
    <FindingCard
      finding={finding}
      record={record}
      decision={decisions.find(of(finding))}
      lapsed={lapsed.find(of(finding))}
      reviewer={reviewer}
      actions={actions}
    />
  );
  const ordered = byStake(record);
  const open = ordered.filter((finding) => colourOf(finding) !== 'green');
  const supported = ordered.filter((finding) => colourOf(finding) === 'green');
  return (
    <section ref={list} class="findings" aria-label={t('findings_title')}>
      {open.length > 0 && (
        <>
          <div class="heading">
            <h2>{t('findings_title')}</h2>
            <span class="meta">{t('findings_keys')}</span>
          </div>
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
    </section>
  );
}
