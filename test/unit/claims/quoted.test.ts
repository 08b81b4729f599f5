import { expect, test } from 'vitest';
import { findClaims } from '../../../lib/claims/index.ts';
import { quotations } from '../../../lib/claims/quoted.ts';

/** The claims of a message that are its own, given the messages before it. */
function own(text: string, ...earlier: string[]): string[] {
  const message = { id: 'm', text, visibility: 'public' as const };
  const before = earlier.map((one) => ({ text: one }));
  const isQuoted = quotations(message, before);
  return findClaims(message).flatMap((claim) => (isQuoted(claim) ? [] : [claim.quote]));
}

const CUSTOMER = 'Hello,\nyou wrote: I have refunded $48\nto my card.';

test('what is quoted from an earlier message is not claimed again', () => {
  expect(own('> you wrote: I have refunded $48\n> to my card.\n\nSorry.', CUSTOMER)).toEqual([]);
  expect(own('>> I have   refunded $48\nSorry.', '> I have refunded $48')).toEqual([]);
});

test('a mark of quotation alone takes no claim away', () => {
  expect(own('> I have refunded $48')).toEqual(['refunded $48']);
  expect(own('> I have refunded $50', CUSTOMER)).toEqual(['refunded $50']);
  expect(own('I have refunded $48', CUSTOMER)).toEqual(['refunded $48']);
  expect(own('> you wrote: I have refunded $48\nI have refunded $48 now.', CUSTOMER)).toEqual(['refunded $48 now']);
});
