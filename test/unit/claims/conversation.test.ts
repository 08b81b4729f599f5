/** How agents talk in long conversations: much that sounds like a claim is none. */
import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../lib/claims/index.ts';

const claimsOf = (text: string) => findClaims({ id: 'm1', text, visibility: 'public' }).filter((claim) => claim.status !== 'denied');
const quotes = (text: string) => claimsOf(text).map((claim) => claim.quote);

const NO_CLAIM: Readonly<Record<string, readonly string[]>> = {
  'what is only so after, before, because of or in spite of something': [
    'Extra drivers cannot be added after the rental is confirmed.',
    'After the upgrade is completed, I would need to check the fare rules again.',
    'Since your hire car is now booked as a saloon, the child seat costs more.',
    'Since you do not want another date and the course is complete, no voucher is due.',
    'Let us try again now that we have reset the lamp.',
    'Having the heater turned on can interfere with the sensor.',
    'Because this course is already completed, no certificate can be reissued.',
    'It is the second parcel, though that one has been cancelled.',
    'A voucher is only available when the stay is being shortened or cancelled by us.',
    'After this step, the claim will be changed to "in review", and you will get an email with a form.',
    'After this change, you will receive a refund of $12 to your card.',
  ],
  'guesses and what the record seems to show': [
    'The name may have been entered differently.',
    'The file may have been moved or archived.',
    'It looks like booking B-77 has already been cancelled in full.',
    'It appears that your deposit was refunded in June.',
    'Both lessons have already been completed.',
    'It looks like you used 15 of your 15 hours, so your access has been cut off.',
    'I see that the second parcel has been returned to the depot.',
    'The fee is waived per cover (to be confirmed by a colleague).',
  ],
  'what the money will do in general, or one way or the other': [
    'Any price difference will be charged to the card on file.',
    'Refunds to credit cards should arrive within 5 to 7 days.',
    'The difference will be charged or refunded accordingly.',
    'You should be eligible for a full refund.',
    'Returns are refunded to the card on the order or to a voucher.',
  ],
  'aims, and amounts that are asked about': [
    'To calculate the amount that will be charged to your card, I need the dates.',
    'I can work out how much your card will be charged.',
    'I want to ensure all changes for this order are finalized before we go on.',
  ],
  'what follows an offer in the same paragraph': [
    'I can cancel the whole order for you. The full amount of $80 will be refunded to your card within a week.',
    'We could move the visit. You would receive a new letter. The fee of $5 will be refunded.',
  ],
  'a plan that waits for a yes': [
    'The difference of $6 will be refunded to you.\n\nDo you still want to proceed with the change?',
    'Deposit: $40 charged to your card.\n\nCan you please provide explicit confirmation?',
    'Price difference: $8.28\nTotal: $9\n\nIf you confirm, I will place it.',
    'You will receive a $186 refund.\n\nBefore I proceed, which card is it?',
    'The refund will go back to your wallet.\n\nIs all this correct?',
    'Summary:\n1. Cabin: upgraded to twin\n\nWhich card would you like to use for it?',
    'The refund of $4 will go to your card.\n\nIs this acceptable, or would you prefer a voucher?',
  ],
  'the agent’s own thinking and telling': [
    'I have exhausted every option available to me.',
    'I have organized them by date so that you can compare.',
    'The three routes I presented are the only ones available.',
    'Everything I have done in this chat is meant to help.',
    'Please send me the details I asked for.',
    'I have kept the booking as it is.',
    'Otherwise we will keep the order as is.',
  ],
  'names and attributes that look like verbs': [
    'I have cancelled it.\n\nPassengers: Mohamed Silva, Ana Reed',
    'I have cancelled it.\n\n2. Blender — Corded/Cordless: corded, Colour: red, Price: $61.05',
    'The line says whether the card is active, missing, or locked.',
    'HX021 (kept): $148 per guest',
    'I have cancelled it.\n\nReason: ordered by mistake',
  ],
  'what the customer paid': ['Thank you! Your overdue bill is now paid.', 'The room of $437 has been paid using a gift card.'],
  instructions: ['Call the doctor: they may be able to speed it up and set up access for you.'],
};

const CLAIMS: readonly (readonly [string, readonly string[]])[] = [
  ['After checking with the depot, I have cancelled trip T-9.', ['cancelled trip T-9']],
  [
    'Your refund for the two lamps, totalling $85.12, will be processed to your card.',
    ['Your refund for the two lamps, totalling $85.12, will be processed to your card'],
  ],
  [
    'Your seat on the night bus to Oslo, in the upper deck, has been successfully booked.',
    ['Your seat on the night bus to Oslo, in the upper deck, has been successfully booked'],
  ],
  [
    'Your deposit of $40 has been refunded to your card and should be reflected within a week.',
    ['Your deposit of $40 has been refunded to your card and should be reflected within a week'],
  ],
  ['Your $50 voucher has been issued and added to your account.', ['Your $50 voucher has been issued and added to your account']],
  ['Your order has been cancelled and refunded to your card.', ['Your order has been cancelled', 'refunded to your card']],
  ['Your slot on June 9, 2026, in the morning has been booked.', ['Your slot on June 9, 2026, in the morning has been booked']],
  [
    'All set!\n- Seats upgraded to the upper deck: 12A, 12B\n- Price difference charged: $71.96',
    ['Seats upgraded to the upper deck: 12A, 12B', 'Price difference charged: $71.96'],
  ],
  ['Please note that your $20 fee will be refunded within 5 days.', ['your $20 fee will be refunded within 5 days']],
  ['I am glad to tell you that I have renewed pass P-1.', ['renewed pass P-1']],
  ['I have paid the $30 back to your card.', ['paid the $30 back to your card']],
];

for (const [what, texts] of Object.entries(NO_CLAIM)) {
  describe(`no claim: ${what}`, () => {
    for (const text of texts) test(JSON.stringify(text), () => expect(quotes(text).filter((quote) => quote !== 'cancelled it')).toEqual([]));
  });
}

describe('a claim all the same', () => {
  for (const [text, expected] of CLAIMS) test(JSON.stringify(text), () => expect(quotes(text)).toEqual(expected));
});

const ACTIONS: readonly (readonly [string, string])[] = [
  ['I have confirmed that order 88213 is in "pending" status.', 'lookup'],
  ['I have re-checked booking 4471 in our system.', 'lookup'],
  ['I ran the search for a later slot.', 'lookup'],
  ['2 bags have been added to your booking at no extra charge.', 'create'],
  ['Both cancellations are complete.', 'cancel'],
  ['You’ll get email updates as the return progresses.', 'message'],
  ['You will receive an email about your refund.', 'message'],
  ['The refund of $51 will be credited to your gift card.', 'refund'],
  ['A refund of $9 has been returned to your wallet.', 'refund'],
  ['$109.27 has been returned to your gift card.', 'refund'],
  ['Refunds of $20 will be routed to the original payment method.', 'refund'],
  ['The thermostat that works with Google Home will be sent to you.', 'message'],
];

describe('which action it is', () => {
  for (const [text, action] of ACTIONS) test(`${JSON.stringify(text)} is ${action}`, () => expect(claimsOf(text)).toMatchObject([{ action }]));
});

test('an update of a thing is no update of the customer', () => {
  expect(quotes('I will update your booking to two guests.')).toEqual([]);
  expect(quotes('I will now send the form.')).toEqual([]);
  expect(quotes('I will update you as soon as the lab answers.')).toEqual(['update you as soon as the lab answers']);
});

test('what was left out is no thing that it was done to', () => {
  expect(claimsOf('I have downgraded all rooms except JG7FMM to R-200.')[0]?.slots.ids).toEqual([]);
  expect(claimsOf('I have cancelled order A-100 instead of A-200.')[0]?.slots.ids).toEqual(['A-100']);
});

test('what remains on a card, and what it was worth, is no amount that was moved', () => {
  const money = (text: string) => claimsOf(text)[0]?.slots.money.map(({ amount }) => amount);
  expect(money('I have charged $59 to your gift card (remaining balance: $54).')).toEqual([59]);
  expect(money('I have charged $348 to your $500 voucher.')).toEqual([348]);
  expect(money('I have issued a $200 certificate.')).toEqual([200]);
});
