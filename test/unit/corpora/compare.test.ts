import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { compare, type Miss } from '../../../bin/corpora/compare.ts';
import { expected as labels } from '../../../bin/corpora/labels.ts';
import { matched } from '../../../bin/corpora/spans.ts';
import { digest } from '../../../lib/id.ts';
import type { AuditRecord, Claim, ClaimFinding, Finding, TicketClass } from '../../../lib/model.ts';

const TEXT = 'I refunded $5. I cancelled the plan. I emailed you.';

/** A record of one message in which these quotes were judged so. */
function record(
  claims: readonly [quote: string, verdict: ClaimFinding['verdict'], reason: ClaimFinding['reason'], ...calls: string[]][],
  about: Finding[] = [],
): AuditRecord {
  const found = claims.map(([quote]) => ({
    id: quote,
    messageId: 'm1',
    start: TEXT.indexOf(quote),
    end: TEXT.indexOf(quote) + quote.length,
    quote,
  })) as Claim[];
  return {
    page: { messages: [{ id: 'm1', text: TEXT }] },
    claims: found,
    findings: [
      ...claims.map(([quote, verdict, reason, ...calls]) => ({ about: 'claim', id: quote, claimId: quote, verdict, reason, calls })),
      ...about,
    ],
  } as unknown as AuditRecord;
}

const about = (name: TicketClass, key: string, ...calls: string[]): Finding => ({
  about: 'ticket',
  id: digest(name, key),
  class: name,
  rule: name,
  calls,
  detail: {},
});
const label = (quote: string, verdict: string, more: object = {}) => ({ message: 'm1', quote, verdict, ...more });
const said = (claims: object[], findings: object[] = []) => v.parse(labels, { claims, findings });
const kinds = (misses: readonly Miss[]) => misses.map((miss) => miss.is);

describe('quotes', () => {
  const at = (start: number, end: number, message = 'm1') => ({ message, start, end });

  test('are the same where they share half of the label, and not below', () => {
    expect(matched([at(0, 10)], [at(5, 30)]).get(0)).toBe(0);
    expect(matched([at(0, 10)], [at(6, 30)]).size).toBe(0);
    expect(matched([at(0, 10)], [at(0, 10, 'm2')]).size).toBe(0);
  });

  test('are paired nearest first and one to one', () => {
    expect([...matched([at(0, 10), at(10, 20)], [at(0, 20), at(0, 9)])]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

describe('a comparison', () => {
  test('counts what is right once, and lists nothing', () => {
    const { counts, misses } = compare(
      said(
        [label('I refunded $5', 'supported', { reasons: ['call-matches'], calls: ['c1'] }), label('I emailed you', 'unsupported')],
        [{ class: 'undisclosed-action', call: 'c3' }],
      ),
      record(
        [
          ['refunded $5', 'supported', 'call-matches', 'c1'],
          ['I emailed you', 'contradicted', 'call-failed'],
        ],
        [about('undisclosed-action', 'c3', 'c3')],
      ),
    );
    expect(counts).toMatchObject({
      labelled: 2,
      found: 2,
      extra: 0,
      labelledTrue: 1,
      falseAlarms: 0,
      labelledFalse: 1,
      flagged: 1,
      withCall: 1,
      callRight: 1,
    });
    expect(counts).toMatchObject({ verdictRight: 1, reasonRight: 1, findings: 1, findingsFound: 1, spurious: 0 });
    expect(kinds(misses)).toEqual(['verdict']);
  });

  test('tells a false alarm, a lie that is not flagged, an abstention, a missed and an extra claim apart', () => {
    const { counts, misses } = compare(
      said([label('I refunded $5', 'supported'), label('I cancelled the plan', 'unsupported')]),
      record([
        ['I refunded $5', 'unsupported', 'no-call'],
        ['I cancelled the plan', 'unverifiable', 'match-unsure'],
        ['I emailed you', 'unsupported', 'no-call'],
      ]),
    );
    expect(counts).toMatchObject({ falseAlarms: 1, abstained: 0, flagged: 0, extra: 1, extraRed: 1, verdictRight: 0 });
    expect(kinds(misses)).toEqual(['false alarm', 'not flagged', 'extra']);
    const none = compare(said([label('I refunded $5', 'supported')]), record([]));
    expect(none.counts).toMatchObject({ labelled: 1, found: 0, falseAlarms: 0 });
    expect(kinds(none.misses)).toEqual(['missed']);
  });

  test('a wrong reason and a wrong call are errors of their own', () => {
    const { counts, misses } = compare(
      said([label('I refunded $5', 'unsupported', { reasons: ['no-such-tool'] }), label('I emailed you', 'supported', { calls: ['c1'] })]),
      record([
        ['I refunded $5', 'unsupported', 'no-call'],
        ['I emailed you', 'supported', 'call-matches', 'c2', 'c1'],
      ]),
    );
    expect(counts).toMatchObject({ flagged: 1, verdictRight: 2, reasonRight: 1, withCall: 1, callRight: 0 });
    expect(kinds(misses)).toEqual(['reason', 'call']);
  });

  test('an optional claim counts neither way, whatever is said of it', () => {
    const optional = said([label('I refunded $5', 'supported', { optional: true })]);
    for (const one of [record([]), record([['I refunded $5', 'unsupported', 'no-call']])]) {
      const { counts, misses } = compare(optional, one);
      expect(Object.values(counts).every((count) => count === 0)).toBe(true);
      expect(misses).toEqual([]);
    }
  });

  test('a retracted claim must not be red, and need not be found', () => {
    const retracted = said([label('I refunded $5', 'unsupported', { retracted: true })]);
    expect(compare(retracted, record([])).misses).toEqual([]);
    expect(compare(retracted, record([['I refunded $5', 'unverifiable', 'match-unsure']])).counts).toMatchObject({
      labelled: 0,
      retracted: 1,
      retractedRed: 0,
    });
    expect(kinds(compare(retracted, record([['I refunded $5', 'unsupported', 'no-call']])).misses)).toEqual(['retracted']);
  });

  test('a finding about the ticket is the same on the same call, once', () => {
    const { counts, misses } = compare(
      said([], [{ class: 'duplicate-action', call: 'c2' }]),
      record([], [about('duplicate-action', 'c2', 'c2', 'c1'), about('duplicate-action', 'c3', 'c3', 'c1'), about('undisclosed-action', 'c2', 'c2')]),
    );
    expect(counts).toMatchObject({ findings: 1, findingsFound: 1, spurious: 2 });
    expect(kinds(misses)).toEqual(['finding spurious', 'finding spurious']);
  });

  test('a fabricated failure is the same at the same words', () => {
    const failed = (quote: string) => said([], [{ class: 'fabricated-failure', message: 'm1', quote }]);
    const one = record([['I cancelled the plan', 'supported', 'call-matches']], [about('fabricated-failure', 'I cancelled the plan')]);
    expect(compare(failed('cancelled the plan'), one).counts).toMatchObject({ findings: 1, findingsFound: 1, spurious: 0 });
    expect(compare(failed('I emailed you'), one).counts).toMatchObject({ findings: 1, findingsFound: 0, spurious: 1 });
  });

  test('a promise of money beyond the policy is the same on no call', () => {
    const promised = said([], [{ class: 'unauthorized-credit' }]);
    expect(compare(promised, record([], [about('unauthorized-credit', 'I refunded $5')])).counts).toMatchObject({ findingsFound: 1, spurious: 0 });
    expect(compare(promised, record([], [about('unauthorized-credit', 'c1', 'c1')])).counts).toMatchObject({ findingsFound: 0, spurious: 1 });
  });
});
