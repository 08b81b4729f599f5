import { describe, expect, test } from 'vitest';
import { findClaims } from '../../../lib/claims/index.ts';
import type { Message } from '../../../lib/model.ts';

const claimsOf = (text: string, visibility: Message['visibility'] = 'internal') =>
  findClaims({ id: 'm1', text, visibility }).filter((claim) => claim.status !== 'denied');
const quotes = (text: string, visibility?: Message['visibility']) => claimsOf(text, visibility).map((claim) => claim.quote);

/** What is said, and the quotes that must be found in it, in notes and summaries. */
const NOTES: readonly (readonly [string, readonly string[]])[] = [
  [
    'Resolved — pulled the tenancy record, waived the late fee of $35, handed to Lettings Desk.',
    ['pulled the tenancy record', 'waived the late fee of $35', 'handed to Lettings Desk'],
  ],
  [
    'Done:\n- boiler visit booked for 4 Nov\n- tenant emailed at kim@example.org',
    ['boiler visit booked for 4 Nov', 'tenant emailed at kim@example.org'],
  ],
  ['Actions taken: locker PIN reset; parcel P-7731 rerouted to depot 4.', ['locker PIN reset', 'parcel P-7731 rerouted to depot 4']],
  ['Gym membership frozen until 1 March, €12 credit.', ['Gym membership frozen until 1 March', '€12 credit']],
  ['Cancelled policy HX-2290 and refunded 61,40 EUR.', ['Cancelled policy HX-2290', 'refunded 61,40 EUR']],
  ['Pool pass 8841 issued / locker emptied and resealed.', ['Pool pass 8841 issued', 'locker emptied and resealed']],
  ['Router rebooted (02:14). Static IP 203.0.113.9 whitelisted.', ['Router rebooted (02:14)', 'Static IP 203.0.113.9 whitelisted']],
  ['Assigned: Night Crew.', ['Assigned: Night Crew']],
  [
    'Guest notified by email; pwd reset link sent; case handed off to L2.',
    ['Guest notified by email', 'pwd reset link sent', 'case handed off to L2'],
  ],
  ['Verified identity -> unlocked account -> emailed user', ['Verified identity', 'unlocked account', 'emailed user']],
  ['Loan holiday defenestrated per policy.', ['Loan holiday defenestrated']],
];

const REPLIES: readonly (readonly [string, readonly string[]])[] = [
  ['Here is where your move stands:\n- Van booked for 4 May\n- Old meter read\n- Keys: with the porter', ['Van booked for 4 May', 'Old meter read']],
  ['05:01 Second key ordered\n05:02 lock changed\nPlease call when you are home.', ['Second key ordered', 'lock changed']],
  ['I have noted your new address on the file.', ['noted your new address on the file']],
  ['Your berth is now:\n- Pontoon: C\n- Deposit: $90 charged to your card', ['Deposit: $90 charged to your card']],
  ['Hi Ana, I have moved your lesson to Friday.', ['moved your lesson to Friday']],
  ['We’ve just re-sent your library card, so it is on its way.', ['re-sent your library card']],
  ['Your tyres have been reserved. I hope that helps!', ['Your tyres have been reserved']],
  ['I have applied your $20 credit to the account.', ['applied your $20 credit to the account']],
  ['The deposit of £80 will be returned to your card within 5 days.', ['The deposit of £80 will be returned to your card within 5 days']],
  ["You'll receive a confirmation email shortly.", ["You'll receive a confirmation email shortly"]],
  ['Your hearing-aid order is now cancelled.', ['Your hearing-aid order is now cancelled']],
  ['I went ahead and cancelled your plan, and a refund of $15 is on its way.', ['cancelled your plan', 'a refund of $15 is on its way']],
  ["I've gone ahead and applied a 20% discount to your next order.", ['applied a 20% discount to your next order']],
  ['I have escalated your case to our billing team and they will contact you within 24 hours.', ['escalated your case to our billing team']],
  ['Address updated successfully!', ['Address updated successfully']],
  ['YOU ARE BEING TRANSFERRED TO A COLLEAGUE.', ['YOU ARE BEING TRANSFERRED TO A COLLEAGUE']],
  ["I'll monitor the shipment and notify you if it is held at customs.", ['monitor the shipment and notify you if it is held at customs']],
  ['{"message": "I have cancelled visit 4471.\\nAnything else?"}', ['cancelled visit 4471']],
];

const NO_CLAIMS: readonly string[] = [
  "I'll be here whenever your kiln is ready.",
  'We will be happy to help with the mooring.',
  "I'll stand by while you reseat the cartridge.",
  "I've noted that you'd like the blue tent of order 4471 instead.",
  'I have noted your preference for the morning slot.',
  'It is a day pass, booked more than 24 hours ago.',
  'Your membership shows:\n- created on 2024-05-04\n- reason given: moving away',
  'Great to hear that the boiler is back to normal!',
  'Reminder texts are sent automatically before each visit.',
  'Visit cancelled by tenant.',
  'A pass can be returned if one of these holds:\n- Pass bought within the last day\n- Event cancelled by the organiser\n- Gold tier\n- Rain cover',
  'Resolved',
  'Done:',
  'Hi Dana, thanks for reaching out. Let me look into the duplicate charge for you.',
  'Would you like me to cancel the subscription?',
  'If you return the bike, we will refund the deposit.',
  'Once the form arrives, your claim will be paid.',
  'I can refund $40 to your card. Shall I proceed?',
  'To confirm: Refund: $40 to your card. Please reply YES to proceed.',
  'Refunds are normally processed within ten days.',
  'Your train was cancelled by the operator.',
  'Customer says she already cancelled the order.',
  'Please restart the router and tell me what the light shows.',
  "Unfortunately I can't change a finalised invoice.",
  "I'll now process the exchange.",
  'The parcel was delivered on Monday.',
  'I made a mistake in the form.',
  'Your original payment was $90.',
  'Check whether the fee has been waived, and let me know if it has been refunded.',
  'Next steps: reissue the card, call the guest.',
  'Explained the limit to the customer and apologised.',
];

describe('claims in notes and summaries', () => {
  for (const [text, expected] of NOTES) test(JSON.stringify(text), () => expect(quotes(text)).toEqual(expected));
});

describe('claims in replies', () => {
  for (const [text, expected] of REPLIES) test(JSON.stringify(text), () => expect(quotes(text, 'public')).toEqual(expected));
});

/** A list of facts, or of steps, is none of deeds; in a note the same lines would be. */
const NO_DEEDS: readonly string[] = [
  'This is your pass:\n- Holder: Ida Lund\n- Total paid: $40\n- Colour: red\n- Photo: yes',
  'Please try this:\n1. Switch the meter off.\n2. Take the battery tray out.\n3. Wait a minute.\n4. Reset your PIN to 0000.',
  'These are your options:\n1. Keep it as it is\n2. Split into two bookings',
];

describe('lists of a reply', () => {
  test.each(NO_DEEDS)('%j', (text) => expect(quotes(text, 'public')).toEqual([]));
});

describe('no claim', () => {
  for (const text of NO_CLAIMS) {
    test(`in a reply: ${JSON.stringify(text)}`, () => expect(quotes(text, 'public')).toEqual([]));
    test(`in a note: ${JSON.stringify(text)}`, () => expect(quotes(text, 'internal')).toEqual([]));
  }
});

describe('denied', () => {
  for (const text of ['I did not issue a refund.', 'No discount was applied.', 'The refund has not been issued.', 'Fee waiver not granted.']) {
    test(`${text} claims nothing as done`, () => {
      expect(quotes(text)).toEqual([]);
    });
  }
});

/** The verb's own action, or the noun's where the verb says nothing. */
const ACTIONS: readonly (readonly [string, string, string])[] = [
  ['Refunded $5', 'refund', 'credit'],
  ['Issued a refund of $5', 'refund', 'credit'],
  ['Late fee waived', 'fee_waiver', 'credit'],
  ['$5 goodwill credit added', 'credit', 'credit'],
  ['Charged $5 to the card', 'charge', 'credit'],
  ['Cancelled the rental', 'cancel', 'write'],
  ['Looped in the key account team', 'escalate', 'escalation'],
  ['Moved the ticket to second line', 'escalate', 'escalation'],
  ['Emailed the receipt to the guest', 'message', 'communication'],
  ['Left a note on the file', 'note', 'write'],
  ['Ticket set to pending', 'status', 'write'],
  ['Exchange submitted', 'return', 'write'],
  ['Address changed to 4 Elm Road', 'update', 'write'],
  ['Looked up the booking', 'lookup', 'read'],
  ['Opened your booking', 'lookup', 'read'],
  ['Opened a dispute', 'create', 'write'],
  ['$640 added to the invoice', 'charge', 'credit'],
  ['Plan sent to the guest', 'message', 'communication'],
  ['Asked our grading department to look at it', 'escalate', 'escalation'],
  ['Asked the customer to look at it', 'other', 'write'],
  ['Wrote to the organiser', 'message', 'communication'],
  ['Gift wrapping added', 'other', 'write'],
  ['Gift card added', 'credit', 'credit'],
  ['Modem defrobnicated', 'other', 'write'],
];

describe('actions', () => {
  for (const [text, action, kind] of ACTIONS) {
    test(`"${text}" is ${action}`, () => expect(claimsOf(text)).toMatchObject([{ action, kind }]));
  }
});

describe('quotes', () => {
  test('stand in the original where the offsets say, through Markdown, curly quotes and odd spaces', () => {
    const text = 'Hello \u201cSam\u201d!\n\n**I\u2019ve refunded \u20ac\u202f7 to order\u00a0#A\u201115.** Bye.';
    const [claim] = claimsOf(text, 'public');
    expect(claim!.quote).toBe('refunded \u20ac\u202f7 to order\u00a0#A\u201115');
    expect(text.slice(claim!.start, claim!.end)).toBe(claim!.quote);
    expect(claim!.slots).toMatchObject({ money: [{ amount: 7, currency: 'EUR' }], ids: ['#A-15'] });
  });

  const INVISIBLE: readonly (readonly [string, string])[] = [
    ['zero-width spaces and joiners', 'I have re\u200bfun\u200d\u2060ded $4\ufeff8.'],
    ['soft hyphens', 'I have re\u00adfunded $48.'],
    ['marks and overrides of direction', '\u2067I have\u2069 \u202drefunded\u202c \u200f$48.\u200e'],
    ['fillers and tags', 'I have re\u3164fun\u{e0041}\u{e007f}ded $48.'],
    ['all of a text, one after each letter', [...'I have refunded $48.'].join('\u200b')],
  ];
  for (const [name, text] of INVISIBLE) {
    test(`are found through what no reader sees: ${name}`, () => {
      const [claim] = claimsOf(text, 'public');
      expect(claim).toMatchObject({ action: 'refund', slots: { money: [{ amount: 48 }] } });
      expect(text.slice(claim!.start, claim!.end)).toBe(claim!.quote);
    });
  }

  test('end where markup that stands there as text begins, and are found inside of it', () => {
    expect(claimsOf('<div class="green">I have <b>refunded</b> $48.</div>', 'public').map((claim) => claim.quote)).toEqual(['refunded</b> $48']);
    expect(claimsOf('<p title="x" I have refunded $48 >', 'public').map((claim) => claim.quote)).toEqual(['refunded $48']);
    expect(claimsOf('As 5 < 7 and 9 > 3, I have refunded $48.', 'public').map((claim) => claim.quote)).toEqual(['refunded $48']);
  });

  test('a number of things supported is no thing that was supported', () => {
    expect(claimsOf('4 claims: 3 supported. Bags: 2 (1 free, 1 paid).')).toEqual([]);
    expect(claimsOf('17:38 handed to billing; son (Eli, 17) added.')).toHaveLength(2);
  });

  test('count their occurrence in the message, and ids follow message, quote and occurrence', () => {
    const [first, second] = claimsOf('Refunded $5. Refunded $5.');
    expect([first!.occurrence, second!.occurrence]).toEqual([0, 1]);
    expect(first!.id).not.toBe(second!.id);
    expect(claimsOf('Refunded $5. Refunded $5.')[0]!.id).toBe(first!.id);
  });
});

// A grammar that blows up does not come to an end: the runner's own limit is what fails then.
test('a long message of nested brackets, amounts and runs of one character is read to its end', () => {
  const text = `${'Refunded $5 to a card, and a, b, c, (d '.repeat(2000)}${'no '.repeat(5000)}${'$'.repeat(5000)}${'1,'.repeat(5000)}`;
  expect(claimsOf(text).every((claim) => text.slice(claim.start, claim.end) === claim.quote)).toBe(true);
});
