/** Claimed beside recorded: what the message says on the left, what the log holds on the right. */
import type { AuditRecord, Claim, Finding, Slots } from '../lib/model.ts';
import { key } from '../lib/words/labels.ts';
import { Calls } from './Calls.tsx';
import { useWords, type Words } from './words.ts';

/** What the claim names, as label and value; nothing for what it does not name. */
function named(slots: Slots, { t, date }: Words): { label: string; value: string }[] {
  const lists: [Parameters<Words['t']>[0], string[]][] = [
    ['slot_money', slots.money.map((money) => money.text)],
    ['slot_counts', slots.counts.map((count) => `${count.value} ${count.of}`)],
    ['slot_ids', slots.ids],
    ['slot_destination', slots.destination ? [slots.destination] : []],
    ['slot_system', slots.system ? [slots.system] : []],
    ['slot_dates', slots.dates.map(date)],
    ['slot_texts', slots.texts],
    ['slot_emails', slots.emails],
    ['slot_cards', slots.cards],
  ];
  return lists.filter(([, values]) => values.length > 0).map(([label, values]) => ({ label: t(label), value: values.join(', ') }));
}

/** A value that differs, as a reader writes it: a count with what is counted, a date as a date. */
function written(value: string, { counts }: Slots, { date }: Words): string {
  const counted = counts.find((count) => String(count.value) === value);
  return counted ? `${counted.value} ${counted.of}` : date(value);
}

function Claimed({ claim, finding }: { claim: Claim; finding: Finding }) {
  const words = useWords();
  const { t } = words;
  const value = finding.detail.claimed && written(finding.detail.claimed, claim.slots, words);
  const slots = named(claim.slots, words).filter((slot) => slot.value !== value);
  return (
    <div class="side">
      <h4>{t(key('claim', claim.status))}</h4>
      {value && <p class="value">{value}</p>}
      {slots.length === 0 ? (
        !value && <q>{claim.quote}</q>
      ) : (
        <div class="data">
          <dl>
            {slots.map((slot) => (
              <div key={slot.label}>
                <dt>{slot.label}</dt>
                <dd>{slot.value}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}

function Recorded({ finding, record }: { finding: Finding; record: AuditRecord }) {
  const { t, date } = useWords();
  // A call shows its own error; what else is known of a failure stands here.
  const shown = record.evidence.calls.some((call) => finding.calls.includes(call.id) && call.error === finding.detail.error);
  const error = shown ? undefined : finding.detail.error;
  const isUnknown = finding.about === 'claim' && finding.verdict === 'unverifiable';
  const tools = finding.about === 'claim' && finding.reason === 'no-such-tool' ? record.evidence.inventory.tools : [];
  return (
    <div class="side">
      <h4>{t('recorded')}</h4>
      {finding.detail.recorded && <p class="value">{date(finding.detail.recorded)}</p>}
      {finding.calls.length === 0 && <p class="none">{t(isUnknown ? 'recorded_unknown' : 'recorded_none')}</p>}
      {error && <p class="words-of-log">{error}</p>}
      <Calls ids={finding.calls} record={record} failed={finding.about === 'claim' && finding.reason === 'call-failed'} />
      {tools.length > 0 && (
        <div class="meta">
          <p>{t('tools_title')}:</p>
          <ul class="tools">
            {tools.map((tool) => (
              <li key={tool.name}>
                <code>{tool.name}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

export function Comparison({ finding, claim, record }: { finding: Finding; claim: Claim; record: AuditRecord }) {
  return (
    <div class="comparison">
      <Claimed claim={claim} finding={finding} />
      <Recorded finding={finding} record={record} />
    </div>
  );
}
