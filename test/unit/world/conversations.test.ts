import { describe, expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import { rowOf } from '../../world/conversations/row.ts';
import { ticketOf } from '../../world/conversations.ts';
import type { WorldTicket } from '../../world/ticket.ts';
import { evidenceOf, NOW, pageOf, verdictsOf } from '../audit/pages.ts';
import { device, library, silent, vendorShape } from './rows.ts';

const ticket = (row: object, line = 1): WorldTicket => ticketOf({ line, row: rowOf(row) });
const told = ({ messages }: WorldTicket) => messages.map(({ role, text }) => `${role}: ${text}`);

describe('a row becomes a ticket', () => {
  test('with what customer and agent said; instructions to the model, empty texts and the simulator’s marks stand nowhere', () => {
    expect(told(ticket(library))).toEqual([
      'bot: Hello! How can I help?',
      'end-user: Please renew loan L-204 and drop the $4 fine.',
      'bot: One moment, I am renewing it.',
      'bot: I have renewed loan L-204 and waived the fine of $4.',
      'end-user: Thank you!',
    ]);
    expect(ticket(library)).toMatchObject({ name: 'lib-01', subject: 'Please renew loan L-204 and drop the $4 fine.', status: 'open' });
    expect(ticket(library).messages[0]).toMatchObject({ name: 'model-a', visibility: 'public' });
  });

  test('whose number tells the line, so that ids that occur twice are two tickets', () => {
    expect([ticket(library, 1).id, ticket(library, 2).id]).toEqual(['10001', '10002']);
  });

  test('whose subject is the beginning of what the customer first wrote, cut at a word', () => {
    const messages = [{ role: 'user', content: `${'Something is wrong with it '.repeat(5)}\nMore.` }];
    expect(ticket({ ...library, messages }).subject).toBe('Something is wrong with it Something is wrong with it Something is …');
  });

  test('with each call that was answered, its result read where it is JSON, its error kept', () => {
    const { run } = ticket(library);
    expect(run.tools).toEqual([{ name: 'get_loan' }, { name: 'renew_loan' }, { name: 'waive_fine' }]);
    expect(run.calls.map(({ minutesAgo, ...call }) => call)).toEqual([
      { name: 'get_loan', arguments: { loan_id: 'L-204' }, result: { loan_id: 'L-204', fine: 4 } },
      { name: 'renew_loan', arguments: { loan_id: 'L-204' }, result: { due: '2026-03-30' } },
      { name: 'waive_fine', arguments: { loan_id: 'L-204' }, result: 'Error: not allowed', error: 'Error: not allowed' },
    ]);
  });

  test('in which everything happened in order, and the last an hour ago', () => {
    const { messages, run } = ticket(library);
    const order = [...messages.map((one) => [one.minutesAgo, one.text] as const), ...run.calls.map((one) => [one.minutesAgo, one.name] as const)];
    expect(order.sort(([a], [b]) => b - a).map(([minutesAgo, what]) => `${minutesAgo} ${what.slice(0, 14)}`)).toEqual([
      '63.5 Hello! How can',
      '63 Please renew l',
      '62.5 get_loan',
      '62 One moment, I ',
      '61.5 renew_loan',
      '61 waive_fine',
      '60.5 I have renewed',
      '60 Thank you!',
    ]);
  });

  test('also in the shape of a chat-completions API, where an id that is used again goes to the oldest open call', () => {
    const made = ticket(vendorShape);
    expect(told(made)).toEqual(['end-user: Renew L-204.', 'bot: I have renewed loan L-204.']);
    expect(made.messages[1]?.name, 'an agent whose model is not told').toBe('AI agent');
    expect(made.run.tools).toEqual([{ name: 'renew_loan', description: 'Renew a loan.' }, { name: 'get_loan' }]);
    expect(made.run.calls.map(({ name, arguments: args, result }) => [name, args, result])).toEqual([
      ['get_loan', { loan_id: 'L-204' }, { loan_id: 'L-204' }],
      ['renew_loan', { loan_id: 'L-204' }, 'Renewed.'],
    ]);
  });

  test('an answer without an id goes to the oldest call that has none', () => {
    const messages = library.messages.map(({ tool_call_id, ...message }: { tool_call_id?: string; role: string }) => message);
    expect(ticket({ ...library, messages }).run.calls).toEqual(ticket(library).run.calls);
  });

  test('whose log holds neither what the customer did on a device of theirs, nor a call that nothing answered', () => {
    expect(ticket(device).run.calls).toEqual([]);
    expect(told(ticket(device))).toEqual(['bot: Please restart your router.', 'end-user: Done.', 'bot: And now?']);
    expect(ticket(silent).messages).toEqual([]);
  });

  test('that the engine judges: the failed call is found, the other is supported', () => {
    const made = ticket(library);
    const record = audit(pageOf(made), evidenceOf(made), { id: 'main', version: 'none', limits: [], destinations: [], tools: [] }, NOW);
    expect(verdictsOf(record)).toEqual([
      { quote: 'renewed loan L-204', verdict: 'supported', reason: 'call-matches' },
      { quote: 'waived the fine of $4', verdict: 'contradicted', reason: 'call-failed' },
    ]);
  });
});

describe('a row that is not one', () => {
  const BAD: readonly (readonly [string, object, string])[] = [
    ['has no id', { ...library, id: undefined }, 'field id is missing'],
    ['has no tools', { ...library, tools: undefined }, 'field tools is missing'],
    ['has a tool without a name', { ...library, tools: ['get_loan', { description: 'x' }] }, 'field tools.1.name is missing'],
    ['has messages that are no list', { ...library, messages: 'Hello' }, 'field messages should be Array, and is "Hello"'],
    ['has a role that nobody knows', { ...library, messages: [{ role: 'robot', content: '' }] }, 'field messages.0.role should be'],
    ['has a content that is a number', { ...library, messages: [{ role: 'user', content: 4 }] }, 'field messages.0.content should be'],
    [
      'has a call without a name',
      { ...library, messages: [{ role: 'assistant', content: '', tool_calls: [{ id: 'x' }] }] },
      'field messages.0.tool_calls.0',
    ],
    [
      'answers a call that was not made',
      { ...library, messages: [{ role: 'tool', tool_call_id: 'c9', content: '' }] },
      'field messages.0.tool_call_id should name a call that has no answer yet, and is "c9"',
    ],
  ];
  for (const [what, row, words] of BAD)
    test(`${what}: said with its field`, () => expect(() => rowOf(JSON.parse(JSON.stringify(row)))).toThrow(words));
});
