import { expect, test } from 'vitest';
import { agent, type Described, of, tool, tracesFrom } from './spans.ts';

/** Conversation of each span, by name. */
function conversations(...spans: Described[]): Record<string, string | null> {
  return Object.fromEntries(
    tracesFrom(spans).flatMap((trace) => trace.spans.map((span) => [span.name.replace('execute_tool ', ''), trace.conversationOf(span)])),
  );
}

test.each<[string, Described[], Record<string, string | null>]>([
  ['a tool below the agent that bears the id', [agent('a', of('1')), tool('t', 'refund', { parent: 'a' })], { refund: '1' }],
  ['a tool two levels below', [agent('a', of('1')), { id: 'step', parent: 'a' }, tool('t', 'refund', { parent: 'step' })], { refund: '1' }],
  [
    'the id stands on a model call beside the tool',
    [agent('a'), { id: 'chat', parent: 'a', ...of('1') }, tool('t', 'refund', { parent: 'a' })],
    { refund: '1', a: '1' },
  ],
  ['the agent was not recorded', [{ id: 'chat', parent: 'lost', ...of('1') }, tool('t', 'refund', { parent: 'lost' })], { refund: '1' }],
  ['the id stands on the tool itself', [tool('t', 'refund', of('1'))], { refund: '1' }],
  ['the id stands on the sender', [tool('t', 'refund', { resource: { 'gen_ai.conversation.id': '1' } })], { refund: '1' }],
  [
    'the id is a number',
    [agent('a', { attributes: { 'gen_ai.conversation.id': 48211 } }), tool('t', 'refund', { parent: 'a' })],
    { refund: '48211' },
  ],
  ['no id anywhere', [agent('a'), tool('t', 'refund', { parent: 'a' })], { refund: null }],
  [
    'a batch of two conversations: each tool goes to the nearest',
    [
      { id: 'batch' },
      agent('a', { parent: 'batch', ...of('1') }),
      agent('b', { parent: 'batch', ...of('2') }),
      tool('s', 'one', { parent: 'a' }),
      tool('t', 'two', { parent: 'b' }),
    ],
    { one: '1', two: '2', batch: null },
  ],
  [
    'a batch whose ids stand on model calls: each tool goes with the one beside it',
    [
      { id: 'batch' },
      agent('a', { parent: 'batch' }),
      agent('b', { parent: 'batch' }),
      { id: 'x', parent: 'a', ...of('1') },
      { id: 'y', parent: 'b', ...of('2') },
      tool('s', 'one', { parent: 'a' }),
      tool('t', 'two', { parent: 'b' }),
    ],
    { one: '1', two: '2' },
  ],
  [
    'a tool beside two conversations is of neither',
    [
      { id: 'batch' },
      agent('a', { parent: 'batch', ...of('1') }),
      agent('b', { parent: 'batch', ...of('2') }),
      tool('t', 'either', { parent: 'batch' }),
    ],
    { either: null },
  ],
  [
    'a tool whose parent was not recorded, in a trace of two conversations, is of neither',
    [agent('a', of('1')), agent('b', of('2')), tool('t', 'either', { parent: 'lost' })],
    { either: null },
  ],
  [
    'a conversation handed on within a trace',
    [agent('a', of('1')), agent('b', { parent: 'a', ...of('2') }), tool('t', 'refund', { parent: 'b' })],
    { refund: '2' },
  ],
  ['another trace lends no id', [agent('a', of('1')), tool('t', 'refund', { trace: '2' })], { refund: null }],
  ['spans in a ring', [{ id: 'a', parent: 'b' }, { id: 'b', parent: 'a', ...of('1') }, tool('t', 'refund', { parent: 'a' })], { refund: '1' }],
])('%s', (_what, spans, expected) => {
  expect(conversations(...spans)).toMatchObject(expected);
});
