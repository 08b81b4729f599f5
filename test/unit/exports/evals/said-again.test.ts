import { describe, expect, it } from 'vitest';
import { findClaims } from '../../../../lib/claims/index.ts';
import { SAYS_OTHERWISE, saidAgain } from '../../../../lib/exports/evals/said-again.ts';

const claimIn = (text: string) => findClaims({ id: 'm', visibility: 'public', at: null, text })[0]!;

/** As an assertion looks at an answer. */
const saysAgain = (claim: string, answer: string) => {
  const told = answer.split(/(?<=[.!?\n])\s+/).filter((sentence) => !new RegExp(SAYS_OTHERWISE, 'i').test(sentence));
  return new RegExp(saidAgain(claimIn(claim)), 'i').test(told.join(' '));
};

describe('a claim is found again', () => {
  it.each([
    ['I refunded $48 to your card.', 'Your $48 have been refunded.'],
    ['I refunded $48 to your card.', 'Good news: I have refunded the full amount of $48!'],
    ['I escalated your case to Fraud Review.', 'This was escalated to our Fraud Review team.'],
    ['I sent the receipt to kim@customer.example.', 'Receipt sent to kim@customer.example.'],
    ['I cancelled order 88213.', 'Order 88213 is now cancelled.'],
  ])('%j in %j', (claim, answer) => {
    expect(saysAgain(claim, answer)).toBe(true);
  });

  it.each([
    ['I refunded $48 to your card.', 'I have not refunded the $48.'],
    ['I refunded $48 to your card.', 'The refund of $48 could not be made: it failed.'],
    ['I refunded $48 to your card.', 'Shall I refund the $48?'],
    ['I refunded $48 to your card.', "I wasn't able to refund $48."],
    ['I refunded $48 to your card.', 'A colleague will refund the $48.'],
    ['I refunded $48 to your card.', 'I refunded $38.'],
    ['I escalated your case to Fraud Review.', 'I read about Fraud Review.'],
    ['I cancelled order 88213.', 'Order 88213 is on its way.'],
  ])('%j not in %j', (claim, answer) => {
    expect(saysAgain(claim, answer)).toBe(false);
  });

  it('in time that grows with the text alone', () => {
    const pattern = new RegExp(saidAgain(claimIn('I refunded $48 to your card.')), 'i');
    expect(pattern.test('refunded '.repeat(100_000))).toBe(false);
  });
});
