import { describe, expect, test } from 'vitest';
import { byStake } from '../../../components/order.ts';
import { words } from '../../../components/words.ts';
import type { AuditRecord, Gap, Json } from '../../../lib/model.ts';
import { gapLines } from '../../../lib/words/gaps.ts';
import { rows } from '../../../lib/words/rows.ts';
import { summary } from '../../../lib/words/summary.ts';
import { claim, finding, message, record } from './records.ts';
import { aboutTicket, allTakenBack, amountDiffers, corrected, honest, logDown, noClaim, story } from './tickets.ts';
import { english } from './words.ts';

const gaps = (...list: Gap[]): AuditRecord => record({ gaps: list });

describe('the summary says what was found and what was not read', () => {
  test.each<[string, AuditRecord, string]>([
    ['nothing borne out', story, '3 claims found: 3 unsupported.'],
    ['all borne out', honest, '2 claims found: 2 supported.'],
    ['one claim', amountDiffers, '1 claim found: 1 contradicted.'],
    ['a gap', logDown, '1 claim found: 1 unverifiable. 2 messages not read.'],
    ['no claim', noClaim, 'No claim found. 2 messages read.'],
    ['findings about the ticket only', aboutTicket, 'No claim found. 2 messages read. 2 findings about the ticket.'],
    ['a claim that was taken back', corrected, '2 claims found: 1 supported, 1 taken back.'],
    ['nothing but what was taken back', allTakenBack, '1 claim found: 1 taken back.'],
    ['a gap of one message', gaps({ kind: 'unreadable', messageId: 'm9' }), 'No claim found. 1 message read. 1 message not read.'],
    [
      'gaps added up',
      gaps({ kind: 'collapsed', count: 2 }, { kind: 'language', messageId: 'm9' }),
      'No claim found. 1 message read. 3 messages not read.',
    ],
    [
      'a gap of unknown size',
      gaps({ kind: 'collapsed', count: 2 }, { kind: 'not-loaded' }),
      'No claim found. 1 message read. Some messages not read.',
    ],
    ['a gap that hides no message', gaps({ kind: 'time', count: 3 }), 'No claim found. 1 message read.'],
  ])('%s', (_, of, expected) => {
    expect(summary(of, english)).toBe(expected);
  });
});

describe('findings come worst first, then by stake', () => {
  const said = message('m2', 'looked it up, sent a mail, refunded $5, refunded $90, escalated it, changed it');
  const of = {
    read: claim('looked it up', said, 'read'),
    mail: claim('sent a mail', said, 'communication'),
    small: claim('refunded $5', said, 'credit', { money: [{ amount: 5, text: '$5' }] }),
    large: claim('refunded $90', said, 'credit', { money: [{ amount: 90, text: '$90' }] }),
    escalation: claim('escalated it', said, 'escalation'),
    write: claim('changed it', said, 'write'),
  };
  const claims = Object.values(of);
  const quotes = (findings: AuditRecord['findings']) =>
    byStake(record({ messages: [said], claims, findings })).map((one) =>
      one.about === 'claim' ? claims.find((c) => c.id === one.claimId)!.quote : one.class,
    );

  test('money before escalations, the larger sum first, reads last', () => {
    const findings = claims.map((one) => finding(one, { verdict: 'unsupported', reason: 'no-call' }));
    expect(quotes(findings)).toEqual(['refunded $90', 'refunded $5', 'escalated it', 'changed it', 'sent a mail', 'looked it up']);
  });

  test('a small red stands before a large amber, and green is last', () => {
    const findings = [
      finding(of.large, { verdict: 'supported', reason: 'call-matches' }),
      finding(of.small, { verdict: 'unverifiable', reason: 'match-unsure' }),
      finding(of.read, { verdict: 'unsupported', reason: 'no-call' }),
    ];
    expect(quotes(findings)).toEqual(['looked it up', 'refunded $5', 'refunded $90']);
  });

  test('money beyond the policy stands before every claim', () => {
    const findings: AuditRecord['findings'] = [
      finding(of.large, { verdict: 'unsupported', reason: 'no-call' }),
      { about: 'ticket', id: 't1', class: 'unauthorized-credit', rule: 'unauthorized-credit', calls: [], detail: {} },
    ];
    expect(quotes(findings)).toEqual(['unauthorized-credit', 'refunded $90']);
  });

  test('a finding about a claim that the record does not hold is refused', () => {
    expect(() => byStake(record({ findings: [finding(of.read, { verdict: 'unsupported', reason: 'no-call' })] }))).toThrow(/does not hold/);
  });
});

test.each<[Json, string[]]>([
  [{ order: '88213', amount_minor: 3800 }, ['order=88213', 'amount_minor=3800']],
  [{ articles: [{ id: 'KB-1' }, { id: 'KB-2' }] }, ['articles[0].id=KB-1', 'articles[1].id=KB-2']],
  [{ ok: true, note: null, tags: [], more: {} }, ['ok=true', 'note=null', 'tags=[]', 'more={}']],
  ['accepted', ['=accepted']],
  [
    [1, 2],
    ['[0]=1', '[1]=2'],
  ],
])('%j is shown as flat rows', (value, expected) => {
  expect(rows(value).map((row) => `${row.path}=${row.value}`)).toEqual(expected);
});

describe('what was not read is said once for each kind', () => {
  test.each<[string, Gap[], string[]]>([
    ['counted', [{ kind: 'collapsed', count: 2 }], ['2 messages are collapsed and were not read']],
    ['one message', [{ kind: 'language', messageId: 'm3' }], ['1 message in a language that is not read']],
    [
      'several, each by its id, and one of them twice',
      [
        { kind: 'language', messageId: 'm3' },
        { kind: 'language', messageId: 'm4' },
        { kind: 'language', messageId: 'm3' },
      ],
      ['2 messages in a language that is not read'],
    ],
    ['of unknown number', [{ kind: 'not-loaded' }], ['Older messages were not loaded, so not read']],
    [
      'of several kinds, in the order in which they came',
      [
        { kind: 'time', messageId: 'm1' },
        { kind: 'unreadable', messageId: 'm1' },
      ],
      ['1 message shows no time that could be read', '1 message could not be read'],
    ],
    ['no message at all', [{ kind: 'no-messages' }], ['The page is a ticket, but no message was found on it']],
  ])('%s', (_, gaps, expected) => {
    expect(gapLines(gaps, english)).toEqual(expected);
  });
});

test('a day of the policy has no zone, a time has the reader’s', () => {
  expect(english.day('2026-06-30T00:00:00.000Z')).toBe('30 June 2026');
  expect(english.minute('2026-10-01T10:30:00.000Z')).toBe('1 Oct 2026, 10:30');
});

test.each([
  ['2026-06-30', '30 June 2026'],
  ['????-03-27', '27 March'],
  ['????-02-29', '29 February'],
  ['2026-13-45', '2026-13-45'],
  ['$48', '$48'],
  ['order 2026-06-30', 'order 2026-06-30'],
])('a day that a claim names, %s, is written as %s, in every zone', (day, expected) => {
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) expect(words(english.t, 'en-GB', zone).date(day)).toBe(expected);
});
