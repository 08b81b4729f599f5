import { describe, expect, test } from 'vitest';
import { attemptsIn } from '../../../lib/claims/attempts.ts';

const quotes = (text: string): string[] => attemptsIn(text).map(({ start, end }) => text.slice(start, end));

/** Told as tried, and as failed. */
const TOLD: readonly { text: string; quote?: string }[] = [
  { text: 'I tried to pause your boxes, but the warehouse system rejected it.' },
  { text: 'We attempted to move the lesson; however the calendar timed out.' },
  { text: 'Sorry! I also tried to ring the restaurant, but nobody picked up.', quote: 'I also tried to ring the restaurant, but nobody picked up' },
  { text: 'tried to page the porter, no answer' },
  { text: 'I called the garage twice, but there was no answer.' },
  { text: 'I sent the meter a reset signal too, but it timed out.' },
  { text: 'I submitted the claim form and the insurer refused it.' },
  { text: 'My transfer of the points was declined.' },
  { text: 'Our call to the depot was not answered.' },
  { text: 'Moving the webinar to June ended in “permission denied”.' },
  { text: 'Adding a second driver wouldn’t save.' },
  { text: 'Unfortunately the cancellation did not go through on our side.', quote: 'the cancellation did not go through on our side' },
  { text: 'Activation of the voucher failed from our end.' },
  { text: 'The land register refused my request to correct the name.' },
  { text: 'The print server was busy each time I resent the job.' },
  { text: 'I tried to restart the pump. Unfortunately it did not respond.', quote: 'I tried to restart the pump' },
  { text: 'I was not able to open a case for you: I tried just now, but our system returned an error.' },
];

const NOT_TOLD: readonly string[] = [
  'Splitting the fare is not possible in our system, but a guide can take a second card.',
  'I cannot refund this; our policy does not allow it.',
  'I have no tool to call the shop.',
  'You tried to log in, but your password was rejected.',
  'Your payment failed on Monday.',
  'Your bank declined the card, so please use another one.',
  'If I try it again and it fails, I will tell you.',
  'Did the reset fail again?',
  'I tried to explain why the claim was rejected.',
  'I have checked the parcel, and the delivery failed twice.',
  'I moved your lesson to June and sent you the new link.',
  'I would try again, but the offer has expired.',
  'The customer tried to pay, but it was declined.',
];

describe('an attempt that failed', () => {
  test.each(TOLD)('is told: $text', ({ text, quote }) => {
    const found = quotes(text.replace('’', "'"));
    expect(found).toHaveLength(1);
    if (quote) expect(found).toEqual([quote]);
  });
  test.each(NOT_TOLD)('is not told: %s', (text) => expect(quotes(text)).toEqual([]));

  test('says what was tried, and not how it failed', () => {
    const [found] = attemptsIn('I tried to move the lesson, but the refund system rejected it.');
    expect(found).toMatchObject({ verb: 'move', tried: 'I tried to move the lesson' });
  });
});
