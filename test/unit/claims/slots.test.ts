import { describe, expect, test } from 'vitest';
import { dates } from '../../../lib/claims/dates.ts';
import { money, parseNumber } from '../../../lib/claims/money.ts';
import { destination, slotsOf, system } from '../../../lib/claims/slots.ts';

describe('numbers as people write them', () => {
  const TABLE: readonly (readonly [string, number])[] = [
    ['48', 48],
    ['48.00', 48],
    ['1,250.50', 1250.5],
    ['1.250,50', 1250.5],
    ['64,90', 64.9],
    ['3,930', 3930],
    ['12.000', 12000],
    ['0.125', 0.125],
  ];
  for (const [text, value] of TABLE) test(`${text} is ${value}`, () => expect(parseNumber(text)).toBe(value));
});

describe('money', () => {
  const TABLE: readonly (readonly [string, number, string])[] = [
    ['$48', 48, 'USD'],
    ['48 USD', 48, 'USD'],
    ['CAD 240', 240, 'CAD'],
    ['€1,250.50', 1250.5, 'EUR'],
    ['129,00 €', 129, 'EUR'],
    ['£7', 7, 'GBP'],
    ['20 dollars', 20, 'USD'],
  ];
  for (const [text, amount, currency] of TABLE) test(text, () => expect(money(`refunded ${text} today`)).toMatchObject([{ amount, currency }]));
  test('a plain number is none', () => expect(money('moved 3 bags to gate 12')).toEqual([]));
});

describe('destinations', () => {
  const TABLE: readonly (readonly [string, string | undefined])[] = [
    ['escalated to AE per enterprise policy', 'AE'],
    ['handed over to Billing Tier 2', 'Billing Tier 2'],
    ['looped in Runa', 'Runa'],
    ['transferred the case to the claims desk for review', 'claims desk'],
    ['opened a case w/ Night Desk', 'Night Desk'],
    ['Case → Harbour Claims', 'Harbour Claims'],
    ['our manager will call you to hear what happened', undefined],
    ['will ring you at nine', undefined],
    ['sent the details to the on-call plumber', 'on-call plumber'],
    ['escalated', undefined],
  ];
  for (const [text, name] of TABLE) test(text, () => expect(destination(text)).toBe(name));
});

test('a system is a capitalised name after "in", "via" or "through"', () => {
  expect(system('confirmed billing in Stripe')).toBe('Stripe');
  expect(system('found the flight in May')).toBeUndefined();
  expect(system('checked the invoice')).toBeUndefined();
});

test('dates without a year keep their month and day', () =>
  expect(dates('on 2026-01-02 moved from 31 Oct to November 14th')).toEqual(['2026-01-02', '????-10-31', '????-11-14']));

test('the minutes of a time are no count', () => expect(slotsOf('14:20 issued a voucher', 'credit').counts).toEqual([]));

test.each(['Refunded £48.00, not £84.00', 'Refunded £48.00 (not £84.00 as I wrote)'])('%s: only what is told counts', (text) =>
  expect(slotsOf(text, 'credit').money.map((one) => one.amount)).toEqual([48]),
);

test('a new value in quotation marks is one', () => {
  expect(slotsOf('corrected the title to "Manager"', 'write').texts).toEqual(['Manager']);
  expect(slotsOf('asked about "Manager"', 'write').texts).toEqual([]);
});

test('cards, e-mails, ids and counts are told apart', () => {
  expect(slotsOf('sent 2 labels for order #W1042 to kim@example.org, card ending in 4242', 'communication')).toMatchObject({
    cards: ['4242'],
    emails: ['kim@example.org'],
    ids: ['#W1042'],
    counts: [{ value: 2, of: 'labels' }],
  });
});
