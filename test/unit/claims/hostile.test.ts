/** Whatever a message says: its claims stand in it, the same text gives the same claims, and nothing throws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../lib/claims/index.ts';
import type { Message } from '../../../lib/model.ts';
import { GROWTH, growth, repeated } from '../growth.ts';
import { message, plainParagraph, prose, repeatable } from './fragments.ts';

const SEED = { seed: 4, numRuns: 1500 };
const visibility = fc.constantFrom<Message['visibility']>('public', 'internal');
const claimsOf = (text: string, seen: Message['visibility']) => findClaims({ id: 'm1', text, visibility: seen });

describe('claims of hostile text', () => {
  test('a label with nothing behind it but a mark is read', () => {
    expect(claimsOf('Done: - ', 'internal')).toEqual([]);
    expect(claimsOf('Done: — Refunded $5.', 'internal').map((claim) => claim.quote)).toEqual(['Refunded $5']);
  });

  test('every claim quotes the text where it says that it stands, in the order of the text, under an id of its own', () => {
    fc.assert(
      fc.property(message, visibility, (text, seen) => {
        const claims = claimsOf(text, seen);
        for (const claim of claims) {
          expect(claim.start).toBeGreaterThanOrEqual(0);
          expect(claim.end).toBeGreaterThan(claim.start);
          expect(claim.end).toBeLessThanOrEqual(text.length);
          expect(claim.quote).toBe(text.slice(claim.start, claim.end));
        }
        expect(claims.map((claim) => claim.start)).toEqual(claims.map((claim) => claim.start).sort((a, b) => a - b));
        expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
      }),
      SEED,
    );
  });

  test('a claim is found again on the page by its quote and the number of times that the quote stood there before', () => {
    fc.assert(
      fc.property(message, visibility, (text, seen) => {
        for (const { quote, occurrence, start } of claimsOf(text, seen)) {
          let at = text.indexOf(quote);
          for (let before = 0; before < occurrence; before += 1) at = text.indexOf(quote, at + 1);
          expect(at).toBe(start);
        }
      }),
      { ...SEED, examples: [[`${'Refund: $8 to card '.repeat(9)}I have refunded $4 to a card\n${'Refund: $8 to card '.repeat(2)}`, 'public']] },
    );
  });

  test('every amount, count and date that a claim names is a number and stands in its words', () => {
    fc.assert(
      fc.property(message, visibility, (text, seen) => {
        for (const { slots } of claimsOf(text, seen)) {
          for (const { amount } of slots.money) expect(Number.isFinite(amount)).toBe(true);
          for (const { value } of slots.counts) expect(Number.isFinite(value)).toBe(true);
          for (const date of slots.dates) expect(date).toMatch(/^(?:\d{4}|\?{4})-\d{2}-\d{2}$/);
        }
      }),
      SEED,
    );
  });

  test('the same text gives the same claims, whatever was read between', () => {
    fc.assert(
      fc.property(message, message, visibility, (text, other, seen) => {
        const first = JSON.stringify(claimsOf(text, seen));
        claimsOf(other, seen);
        expect(JSON.stringify(claimsOf(text, seen))).toBe(first);
      }),
      { ...SEED, numRuns: 400 },
    );
  });

  test('paragraphs of plain text after a message take none of its claims away and add none', () => {
    fc.assert(
      fc.property(prose, fc.array(plainParagraph, { minLength: 1, maxLength: 3 }), visibility, (text, paragraphs, seen) => {
        const quotes = (all: string) => claimsOf(all, seen).map((claim) => claim.quote);
        expect(quotes([text, ...paragraphs].join('\n\n'))).toEqual(quotes(text));
      }),
      SEED,
    );
  });

  test.each(repeatable)('%j, many times over, takes as much longer as it is longer', (pump) => {
    for (const start of ['', 'I have refunded $5 ', '{"message": "'])
      expect(
        growth(
          (text) => claimsOf(text, 'internal'),
          10_000,
          (length) => start + repeated(pump, length) + (start.startsWith('{') ? '"}' : ''),
        ),
      ).toBeLessThan(GROWTH);
  });
});
