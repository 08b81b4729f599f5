/** What colour a finding has, and a ticket as a whole. Decided here and nowhere else; pure. */
import type { AuditRecord, Colour, Finding, Verdict } from './model.ts';

/** Red is: an unsupported or contradicted claim, unauthorized credit, a duplicate action. */
export function colourOf(finding: Finding): Colour {
  if (finding.about === 'ticket') {
    return finding.class === 'unauthorized-credit' || finding.class === 'duplicate-action' ? 'red' : 'amber';
  }
  switch (finding.verdict) {
    case 'unsupported':
    case 'contradicted':
      return 'red';
    case 'unverifiable':
      return 'amber';
    case 'supported':
      return 'green';
  }
}

const ORDER: readonly Colour[] = ['red', 'amber', 'green', 'grey'];

/** Worst first. */
export const worse = (a: Colour, b: Colour): number => ORDER.indexOf(a) - ORDER.indexOf(b);

/** The ticket's colour: that of its worst finding; grey where no claim was found, since nothing found is not clean. */
export function colourOfTicket(record: AuditRecord): Colour {
  return record.findings.map(colourOf).sort(worse)[0] ?? 'grey';
}

/** Verdicts counted; claims that the agent denied or took back carry no finding and are not counted. */
export function countVerdicts(record: AuditRecord): Record<Verdict, number> & { claims: number } {
  const count = { claims: 0, supported: 0, contradicted: 0, unsupported: 0, unverifiable: 0 };
  for (const finding of record.findings) {
    if (finding.about !== 'claim') continue;
    count.claims += 1;
    count[finding.verdict] += 1;
  }
  return count;
}
