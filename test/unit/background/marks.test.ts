import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../entrypoints/background/marks.ts';
import type { AuditRecord, ClaimFinding } from '../../../lib/model.ts';
import { claim, finding, message, record } from '../components/records.ts';
import { aboutTicket, corrected, honest, logDown, story, untold } from '../components/tickets.ts';

const guess = message('m2', 'I refunded $9.', { author: { kind: 'unknown', name: 'HelperBot' } });
const guessed = claim('refunded $9', guess, 'credit');
const asked = record({ messages: [guess], claims: [guessed], findings: [finding(guessed, { verdict: 'unverifiable', reason: 'author-unknown' })] });

const marks = (of: AuditRecord): string[] =>
  marksOf(of, (key) => key).map(({ colour, about, label, quote }) => `${colour}, ${about}, ${label}: ${quote}`);

describe('on the page', () => {
  test.each<[string, AuditRecord, string[]]>([
    [
      'what is not borne out is red',
      story,
      [
        'red, claim, short_no_such_tool: confirmed billing in Stripe',
        'red, claim, short_phantom_escalation: escalated to AE',
        'red, claim, short_no_call: refunded $48',
      ],
    ],
    ['what cannot be told is amber', logDown, ['amber, claim, short_log_unavailable: refunded $19 for the renewal']],
    ['what is supported has no mark: the page shows no all-clear', honest, []],
    ['words of an author who is not known have none', asked, []],
    ['a finding that rests on a call has no place', aboutTicket, []],
    [
      'an attempt that was not made is marked where it is told',
      untold,
      ['amber, ticket, short_fabricated_failure: tried to refund the $9, but the payment provider rejected it'],
    ],
    ['what was taken back is grey, never red', corrected, ['grey, claim, claim_retracted: refunded the $12 for express delivery']],
  ])('%s', (_, of, expected) => {
    expect(marks(of)).toEqual(expected);
  });

  test.each([['before'], ['after']])('two findings on the same words are one mark, which says the worse: the red one stands %s', (where) => {
    const [excuse] = untold.claims;
    const red: ClaimFinding = finding(excuse!, { verdict: 'unsupported', reason: 'no-call' });
    const findings = where === 'before' ? [red, ...untold.findings] : [...untold.findings, red];
    expect(marks({ ...untold, findings })).toEqual(['red, claim, short_no_call: tried to refund the $9, but the payment provider rejected it']);
  });
});
