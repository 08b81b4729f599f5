/** What a later message of the agent takes back, and what it does not. */
import { describe, expect, test } from 'vitest';
import { judged, recordOf, type Thread } from './threads.ts';

type Calls = NonNullable<Thread['calls']>;

const TOOLS = [
  'issue_refund',
  'send_email',
  'cancel_order',
  'book_visit',
  'ship_parcel',
  'unlock_account',
  'update_address',
  'apply_discount',
  'transfer_to_team',
];
const refund = (amount: number, clock = '09:58'): Calls[number] => [clock, 'issue_refund', { amount, currency: 'USD' }];

/** The agent says one thing at 10:00, the customer asks, and the agent answers at 10:10. */
const thread = (first: string, answer: string, ...calls: Calls): Thread => ({
  said: [
    ['10:00', 'agent', first],
    ['10:05', 'customer', 'Are you sure?'],
    ['10:10', 'agent', answer],
  ],
  calls,
  tools: TOOLS,
});

/** What of the first message is still judged, and how: `“Refunded $5”: unsupported`. */
const left = (one: Thread): string[] => judged(one).flatMap((line) => (line.startsWith('m1 ') ? [line.slice(3).split(',')[0]!] : []));

const REFUND = 'I have refunded the delivery fee of $12.';
const VISIT = 'Your visit has been booked.';

describe('a claim is taken back', () => {
  const HITS: readonly (readonly [string, string, Calls?])[] = [
    // denied, in so many words
    [REFUND, 'Correction: the delivery fee has not been refunded.'],
    [REFUND, 'I need to correct myself: the refund did not go through.'],
    [REFUND, 'I was wrong. The delivery fee was not refunded, since the order is too old.'],
    [REFUND, 'Sorry, the delivery fee has not been refunded yet.'],
    [REFUND, 'The refund has not in fact been issued.'],
    [REFUND, 'No refund has actually been made.'],
    [REFUND, 'The fee has not been refunded. I misspoke earlier.'],
    [REFUND, 'My last message was wrong: I have not refunded the fee.'],
    [REFUND, 'Thanks for asking.\n\nI have to take something back. I could not refund the delivery fee, because the card is closed.'],
    [REFUND, 'Sorry, it has not been issued.'],
    [REFUND, 'Contrary to what I wrote, the fee wasn’t refunded.'],
    [VISIT, 'I spoke too soon: no visit has been booked so far.'],
    [VISIT, 'I got ahead of myself. There is no visit yet.'],
    [VISIT, '{"reply": "I must correct my message.\\nThe visit was not booked."}'],
    ['Your account is now unlocked.', 'That was not right: the account is not unlocked, I have no means to do so.'],
    ['I have escalated this to our claims team.', 'I must withdraw that. The case has not been handed over to the claims team.'],
    ['You will receive the invoice by e-mail today.', 'I was mistaken: I can’t e-mail the invoice.'],
    // told again and called wrong
    [REFUND, 'I said that the fee had been refunded. That was a mistake.'],
    [REFUND, 'I told you that I had refunded the fee, but I haven’t.'],
    [REFUND, 'I wrote earlier that the delivery fee was refunded, and that is not true.'],
    [VISIT, 'When I wrote that the visit was booked, it was not.'],
    ['I’ve e-mailed you the floor plan.', 'I said I had e-mailed you the floor plan, which was wrong.'],
    // disregarded
    [REFUND, 'Please disregard my last message.'],
    [REFUND, 'Please ignore the amount in my previous message.'],
    ['I have e-mailed the receipt to kim@old.example.', 'Please disregard the address in my last reply, I misread it.'],
    [REFUND, 'Please disregard what I said about the refund.'],
    // told anew, as the record has it
    [REFUND, 'Correction: I have refunded $8.', [refund(8)]],
    [REFUND, 'Typo on my end! The delivery fee that was refunded is $8, not $12.', [refund(8)]],
    [REFUND, 'It was $8, not $12.', [refund(8)]],
    [REFUND, 'I gave you the wrong figure. The refund of the delivery fee was $8.', [refund(8)]],
    [REFUND, 'I was too fast. The fee of $12 has been refunded just now.', [refund(12, '10:08')]],
    [
      'I have e-mailed the receipt to kim@old.example.',
      'Correction: I have e-mailed the receipt to kim@new.example.',
      [['09:58', 'send_email', { to: 'kim@new.example', subject: 'receipt' }]],
    ],
    ['Order A-100 has been cancelled.', 'I mixed that up: A-200 was cancelled, not A-100.', [['09:58', 'cancel_order', { order: 'A-200' }]]],
    // denied, and done since
    [REFUND, 'I was wrong: the delivery fee had not been refunded. I have refunded it now, $12.', [refund(12, '10:08')]],
  ];
  for (const [first, answer, calls = []] of HITS) {
    test(`${first} / ${answer}`, () => {
      const one = thread(first, answer, ...calls);
      expect(left(one)).toEqual([]);
      const claims = recordOf(one).claims.filter((claim) => claim.messageId === 'm1');
      expect(claims.map((claim) => claim.status)).toEqual(['retracted']);
    });
  }
});

describe('a claim stands', () => {
  const RED = '“refunded the delivery fee of $12”: unsupported';
  const OTHER = '“refunded the delivery fee of $12”: contradicted';
  const MISSES: readonly (readonly [string, string, string, Calls?])[] = [
    ['after a correction that is false, too', 'Correction: I have refunded $9.', OTHER, [refund(8)]],
    ['after a correction of nothing that was done', 'Correction: I have refunded $9.', RED],
    ['after a contrast that is false', 'It was $9, not $12.', OTHER, [refund(8)]],
    ['where another value is told and not borne out', 'I was wrong. The refund was not $12 but $9.', OTHER, [refund(8)]],
    ['where another thing is taken back', 'Correction: your visit has not been booked.', RED],
    ['where another refund is taken back', 'I was wrong: the repair has not been refunded.', RED],
    ['where another amount is taken back', 'Sorry, the $30 have not been refunded.', RED],
    ['where another message is called wrong', 'The courier’s message was wrong, sorry for the mix-up.', RED],
    ['where its thing suffered something else', 'Sorry, the delivery fee has not been explained to you.', RED],
    ['where nothing is denied', 'I was wrong about the opening hours: we open at nine.', RED],
    ['where it is told again', 'As I said, the fee has been refunded.', RED],
    ['where it is told again beside a mistake', 'As I wrote, the fee has been refunded. The wrong date on the receipt is a typo.', RED],
    ['where the denial takes nothing back', 'The delivery fee is not refundable by law.', RED],
    ['where the customer has not got it', 'I’m sorry that your refund has not arrived yet.', RED],
    ['where it only was not done soon', 'Sorry that the fee was not refunded sooner.', RED],
    ['where it is denied for a case', 'Sorry for the wait. If the fee has not been refunded by Friday, write to us.', RED],
    ['where it is asked', 'Sorry, has the fee not been refunded?', RED],
    ['where no other one is denied', 'Sorry, no further refund has been made.', RED],
    ['where the customer is quoted', 'Sorry!\n\n> I was wrong, the fee has not been refunded.', RED],
    ['where a mistake is only named', 'I made a mistake with your name, sorry.', RED],
    ['where something unnamed was not easy', 'Sorry, it has not been easy for you.', RED],
  ];
  for (const [name, answer, expected, calls = []] of MISSES) {
    test(name, () => {
      expect(left(thread(REFUND, answer, ...calls))).toEqual([expected]);
    });
  }

  test('that the record supports, whatever is said later', () => {
    expect(left(thread(REFUND, 'Correction: the fee has not been refunded.', refund(12)))).toEqual(['“refunded the delivery fee of $12”: supported']);
  });

  test('where the customer is told nothing: a note takes back no reply', () => {
    const note = (who: 'note' | 'agent'): Thread => ({
      said: [
        ['10:00', 'agent', REFUND],
        ['10:10', who, 'Correction: the delivery fee has not been refunded.'],
      ],
      tools: TOOLS,
    });
    expect(left(note('note'))).toEqual([RED]);
    expect(left(note('agent'))).toEqual([]);
  });

  test('where somebody else takes it back', () => {
    for (const who of ['customer', 'person', 'somebody'] as const) {
      const one: Thread = {
        said: [
          ['10:00', 'agent', REFUND],
          ['10:10', who, 'Correction: the delivery fee has not been refunded.'],
        ],
        tools: TOOLS,
      };
      expect(left(one)).toEqual([RED]);
    }
  });

  test('where it is said after the correction', () => {
    const one: Thread = {
      said: [
        ['10:00', 'agent', 'Correction: the delivery fee has not been refunded.'],
        ['10:10', 'agent', REFUND],
      ],
      tools: TOOLS,
    };
    expect(judged(one)).toEqual(['m2 “refunded the delivery fee of $12”: unsupported, no-call']);
  });
});

test('of several claims only the one that is meant is taken back', () => {
  const said = 'I have refunded the delivery fee of $12. Your visit has been booked. I have e-mailed you the floor plan.';
  expect(left(thread(said, 'I need to put something right: the visit has not been booked.'))).toEqual([
    '“refunded the delivery fee of $12”: unsupported',
    '“e-mailed you the floor plan”: unsupported',
  ]);
  expect(
    left(thread(said, 'Neither of the two things was true that I told you: the fee has not been refunded, and no visit has been booked.')),
  ).toEqual(['“e-mailed you the floor plan”: unsupported']);
});

test('an unnamed denial takes nothing back where it may be any of several', () => {
  const said = 'I have refunded the delivery fee of $12. Your visit has been booked.';
  expect(left(thread(said, 'Sorry, it has not been done.'))).toHaveLength(2);
});

test('two refunds told apart by their things are taken back apart', () => {
  const said = 'I have refunded $12 for the blender. I have refunded $5 for the shipping.';
  expect(left(thread(said, 'Correction: the shipping has not been refunded.'))).toEqual(['“refunded $12 for the blender”: unsupported']);
  expect(left(thread(said, 'Correction: the $12 have not been refunded.'))).toEqual(['“refunded $5 for the shipping”: unsupported']);
});

test('what was taken back does not count as told', () => {
  const findings = (answer: string): string[] =>
    judged(thread('I have cancelled order A-100 and booked a visit.', answer, ['09:58', 'cancel_order', { order: 'A-200' }])).filter(
      (line) => !/^m\d /.test(line),
    );
  expect(findings('You are welcome.')).toEqual([]);
  expect(findings('I was wrong, A-100 has not been cancelled.')).toEqual(['undisclosed-action, c1']);
});
