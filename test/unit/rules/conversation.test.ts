/** Cases from the run of long conversations: records that are read, written and read again, and things that are in the customer's hands. */
import { describe, expect, test } from 'vitest';
import { findingsOf, type Said, said } from './cases.ts';

const order = (id: string, more: object = {}) => ({ order_id: id, status: 'pending', items: ['lamp'], ...more });
const read = (id: string, more: object = {}) => ({ name: 'get_order_details', arguments: { order_id: id }, result: order(id), ...more });
const booking = (id: string, amounts: number[]) => ({ booking_id: id, user_id: 'u1', payment_history: amounts.map((amount) => ({ amount })) });
const upgrade = (id: string, amounts: number[]) => ({ name: 'update_booking', arguments: { booking_id: id }, result: booking(id, amounts) });
const AGENT = { kind: 'ai-agent', name: 'Assist', knownBy: 'vendor' } as const;
const tools = (...names: string[]) => names.map((name) => ({ name }));

const CASES: Readonly<Record<string, readonly (readonly [string, Said, readonly string[]])[]>> = {
  'reading a record': [
    [
      'that is pending is done all the same',
      { text: 'I have checked the details of order A-100.', calls: [read('A-100')] },
      ['supported call-matches'],
    ],
    [
      'is not said to have failed where another read went well',
      {
        text: 'I have found a lamp that matches your request.',
        calls: [
          { name: 'get_order_details', arguments: { order_id: 'A-100' }, status: 'error', error: 'Service unavailable' },
          { name: 'get_product_details', arguments: { product_id: 'P-1' }, result: { name: 'lamp' } },
        ],
      },
      ['supported call-matches'],
    ],
    [
      'of a person is what "your account" means',
      { text: 'I have located your account.', calls: [{ name: 'find_user_by_email', arguments: { email: 'a@b.example' }, result: { user: 'u1' } }] },
      ['supported call-matches'],
    ],
    [
      'is, where none did',
      {
        text: 'I have found the user.',
        calls: [{ name: 'find_user', arguments: { email: 'a@b.example' }, status: 'error', error: 'User not found' }],
      },
      ['contradicted call-failed'],
    ],
  ],
  'a state that the record had before': [
    [
      'is not that the change waits',
      {
        text: 'The refund method of order A-100 is now set to your card for the full amount.',
        calls: [read('A-100'), { name: 'modify_order_refund', arguments: { order_id: 'A-100' }, result: order('A-100') }],
      },
      ['supported call-matches'],
    ],
    [
      'of another record says nothing of this one',
      {
        text: 'I have refunded order A-100.',
        calls: [read('A-200'), { name: 'refund_order', arguments: { order_id: 'A-100' }, result: order('A-100') }],
      },
      ['unsupported pending-not-confirmed'],
    ],
  ],
  'amounts of records that hold their history': [
    [
      'are those that were new in this record, though another one had shown the same',
      {
        text: 'Additional charge: I have charged $163 for booking B-3.',
        tools: tools('get_booking', 'update_booking'),
        calls: [
          { name: 'get_booking', arguments: { booking_id: 'B-9' }, result: booking('B-9', [163]) },
          { name: 'get_booking', arguments: { booking_id: 'B-3' }, result: booking('B-3', [104]) },
          upgrade('B-3', [104, 163]),
        ],
      },
      ['supported call-matches'],
    ],
    [
      'add up over all of them',
      {
        text: 'I have charged $1,387 in total.',
        tools: tools('get_booking', 'update_booking'),
        calls: [
          { name: 'get_booking', arguments: { booking_id: 'B-9' }, result: booking('B-9', [163]) },
          upgrade('B-1', [484]),
          upgrade('B-2', [740]),
          upgrade('B-3', [163]),
        ],
      },
      ['supported call-matches'],
    ],
  ],
  'what was charged': [
    [
      'is not what a cancellation gave back',
      {
        text: 'I have charged $163 to your card.',
        tools: tools('cancel_booking', 'update_booking'),
        calls: [{ name: 'cancel_booking', arguments: { booking_id: 'B-1' }, result: { booking_id: 'B-1', payments: [{ amount: -667 }] } }],
      },
      ['unsupported no-such-tool'],
    ],
    [
      'may be told with the parts of its total',
      {
        text: 'Done.\n- I have charged $370 ($161 original + $209 upgrade).',
        tools: tools('update_booking'),
        calls: [{ name: 'get_booking', arguments: { booking_id: 'B-1' }, result: booking('B-1', [161]) }, upgrade('B-1', [161, 209])],
      },
      ['supported call-matches'],
    ],
    [
      'may be told in parts, with the total beside them',
      {
        text: 'Updated the order.\n- Price difference: $8.28 charged\n- Price difference: $33.64 charged\n\nTotal charge: $41.92',
        tools: tools('update_order'),
        calls: [{ name: 'update_order', arguments: { order: 'A-1' }, result: { charged: 41.92 } }],
      },
      ['supported call-matches', 'supported call-matches', 'supported call-matches', 'supported call-matches'],
    ],
    [
      'is contradicted where half of it is told, twice',
      {
        text: 'I have charged $20 to your card. Charged: $20.',
        tools: tools('update_order'),
        calls: [{ name: 'update_order', arguments: { order: 'A-1' }, result: { charged: 40 } }],
      },
      ['contradicted amount-differs', 'contradicted amount-differs'],
    ],
  ],
  'what a tool does besides': [
    [
      'the instructions of a return may come by the return',
      {
        text: 'The return of A-1 has been submitted. You will receive an email with instructions.',
        calls: [{ name: 'return_items', arguments: { order: 'A-1' } }],
      },
      ['supported call-matches', 'unverifiable match-unsure'],
    ],
    [
      'not without a return',
      { text: 'You will receive an email with instructions.', tools: tools('return_items'), calls: [] },
      ['unsupported no-such-tool'],
    ],
    [
      'nor any other e-mail',
      { text: 'You will receive a confirmation email.', calls: [{ name: 'return_items', arguments: { order: 'A-1' } }] },
      ['unsupported no-such-tool'],
    ],
    [
      'the history of payments is changed by the change',
      { text: 'The payment history has been updated accordingly.', calls: [{ name: 'cancel_order', arguments: { order: 'A-1' } }] },
      ['supported call-matches'],
    ],
  ],
  'the device in the customer’s hands': [
    [
      'nobody’s tool turned it on',
      { text: 'Great, your phone is now connected to the network.', tools: tools('suspend_line') },
      ['unverifiable match-unsure'],
    ],
    [
      'though a tool of that name exists',
      { text: 'Data roaming is now enabled on your device.', tools: tools('enable_roaming') },
      ['unverifiable match-unsure'],
    ],
    ['or the agent says that it did it itself', { text: 'I have reset your router.', tools: tools('suspend_line') }, ['unsupported no-such-tool']],
    [
      'or a tool did',
      { text: 'Your router has been restarted.', calls: [{ name: 'restart_router', arguments: { line: 'L1' } }] },
      ['supported call-matches'],
    ],
  ],
  'of several calls': [
    [
      'one that failed for another record does not take away what was done for this one',
      {
        text: 'The address of order #W95 has been updated to 445 Maple Drive, Suite 394.',
        calls: [
          { name: 'modify_order_address', arguments: { order_id: '#W95', street: '445 Maple Drive' }, result: { order_id: '#W95' } },
          { name: 'modify_order_address', arguments: { order_id: '#W40', street: '445 Maple Drive' }, result: 'Error: not pending' },
        ],
      },
      ['supported call-matches'],
    ],
    [
      'one that failed was made good by one with a value put right',
      {
        text: 'I have booked the night train for two guests.',
        calls: [
          { name: 'book_train', arguments: { from: 'ORD', to: 'PHL', day: '5', berth: 'low', pay: 0 }, result: 'Error: pays too little' },
          { name: 'book_train', arguments: { from: 'ORD', to: 'PHL', day: '5', berth: 'low', pay: 348 }, result: { booking_id: 'H1' } },
        ],
      },
      ['supported call-matches'],
    ],
    [
      'one that never went through speaks against the changes as a whole',
      {
        text: 'I have made the necessary updates to your contract.',
        tools: tools('update_contract_flights', 'update_contract_bags'),
        calls: [
          { name: 'update_contract_bags', arguments: { contract_id: 'B-1', bags: 2 }, result: { contract_id: 'B-1' } },
          { name: 'update_contract_flights', arguments: { contract_id: 'B-1', cabin: 'first' }, result: 'Error: card not found' },
        ],
      },
      ['contradicted call-failed'],
    ],
    [
      'unless it went through later',
      {
        text: 'I have made the necessary updates to your contract.',
        tools: tools('update_contract_flights', 'update_contract_bags'),
        calls: [
          { name: 'update_contract_flights', arguments: { contract_id: 'B-1', card: 'c1' }, result: 'Error: card not found' },
          { name: 'update_contract_flights', arguments: { contract_id: 'B-1', card: 'c2' }, result: { contract_id: 'B-1' } },
        ],
      },
      ['supported call-matches'],
    ],
    [
      'one that failed for one of two is told',
      {
        text: 'I have cancelled both orders, A-100 and A-200.',
        calls: [
          { name: 'cancel_order', arguments: { order_id: 'A-100', why: 'late' }, result: { order_id: 'A-100' } },
          { name: 'cancel_order', arguments: { order_id: 'A-200', why: 'late' }, result: 'Error: shipped' },
        ],
      },
      ['contradicted call-failed'],
    ],
    [
      'one that may be it, and names the thing, leaves open what another one did to another thing',
      {
        text: 'The lamp has been updated to the new item 8302289002.',
        calls: [
          { name: 'modify_order_items', arguments: { order_id: 'A-1', item: '8886009523' }, result: { order_id: 'A-1' } },
          { name: 'exchange_order_items', arguments: { order_id: 'A-2', item: '8302289002' }, result: { order_id: 'A-2' } },
        ],
      },
      ['unverifiable match-unsure'],
    ],
  ],
  'the price of a thing': [
    [
      'that equals what was paid for it is not a payment that was seen before',
      {
        text: 'I have refunded $243 for order A-1 by cancelling it.',
        tools: tools('get_order_details', 'cancel_order'),
        calls: [
          { name: 'get_order_details', arguments: { order_id: 'A-1' }, result: { order_id: 'A-1', price: 243, payments: [{ amount: 243 }] } },
          {
            name: 'cancel_order',
            arguments: { order_id: 'A-1' },
            result: { order_id: 'A-1', price: 243, payments: [{ amount: 243 }, { amount: 243, kind: 'refund' }] },
          },
        ],
      },
      ['supported call-matches'],
    ],
    [
      'that goes back without a word of money in the record cannot be told from another call’s amount',
      {
        text: 'The return has been submitted. The refund of $245 will be sent to your card.',
        tools: tools('get_order_details', 'return_items', 'modify_items'),
        calls: [
          { name: 'get_order_details', arguments: { order_id: 'A-1' }, result: { order_id: 'A-1', items: [{ item: 'boots', price: 245 }] } },
          { name: 'modify_items', arguments: { order_id: 'A-2' }, result: { order_id: 'A-2', refund: 68 } },
          { name: 'return_items', arguments: { order_id: 'A-1' }, result: { order_id: 'A-1', status: 'return requested' } },
        ],
      },
      ['supported call-matches', 'unverifiable match-unsure'],
    ],
  ],
  'a step, without a word of what it is': [
    [
      'nor how many they were',
      { text: 'All three changes have been completed.', calls: [{ name: 'update_plan' }, { name: 'update_bags' }, { name: 'update_seat' }] },
      ['supported call-matches'],
    ],
    ['is borne out by a change', { text: 'Step 1 is complete!', calls: [{ name: 'update_plan' }] }, ['supported call-matches']],
    ['and by nothing else', { text: 'Both steps are complete!', calls: [{ name: 'get_plan' }] }, ['unsupported no-such-tool']],
    ['a booking by a booking', { text: 'Your booking is complete.', tools: tools('book_room'), calls: [] }, ['unsupported no-call']],
  ],
};

for (const [what, rows] of Object.entries(CASES)) {
  describe(what, () => {
    for (const [name, input, expected] of rows) test(name, () => expect(said({ ...input, author: input.author ?? AGENT })).toEqual(expected));
  });
}

test('of several failed calls the one that has the claim’s values is named', () => {
  const refund = (id: string, amount: number) => ({
    name: 'issue_refund',
    arguments: { order: id, amount },
    status: 'error' as const,
    error: `${id} failed`,
  });
  const [finding] = findingsOf({ text: 'Refunded $6 for order A-200.', calls: [refund('A-200', 6), refund('A-100', 18)] });
  expect(finding).toMatchObject({ reason: 'call-failed', calls: ['c0'], detail: { error: 'A-200 failed' } });
});
