import { describe, expect, test } from 'vitest';
import { agent, callsFrom, type Described, definitions, inventoryFrom, keyValues, mcp, tool } from './spans.ts';

test('a whole call', () => {
  const spans = [
    agent('a', { takes: 60 }),
    tool('t', 'issue_refund', {
      parent: 'a',
      at: 5,
      takes: 0.25,
      attributes: {
        'gen_ai.tool.call.id': 'call_1',
        'gen_ai.tool.call.arguments': '{"invoice_id":"INV-20931","amount":32.5}',
        'gen_ai.tool.call.result': '{"status":"succeeded"}',
      },
    }),
  ];
  expect(callsFrom(...spans)).toEqual([
    {
      id: 'call_1',
      name: 'issue_refund',
      arguments: { invoice_id: 'INV-20931', amount: 32.5 },
      result: { status: 'succeeded' },
      status: 'ok',
      startedAt: '2026-10-01T09:00:05.000Z',
      endedAt: '2026-10-01T09:00:05.250Z',
      turn: { id: '0000000000000061', from: '2026-10-01T09:00:00.000Z', to: '2026-10-01T09:01:00.000Z' },
      source: 'test',
    },
  ]);
});

describe('which spans are calls', () => {
  test.each<[string, Described, string[]]>([
    ['by the operation', tool('t', 'search_kb'), ['search_kb']],
    ['named only by the span', { id: 't', name: 'execute_tool search_kb', attributes: { 'gen_ai.operation.name': 'execute_tool' } }, ['search_kb']],
    ['of MCP, without the operation', { id: 't', name: 'tools/call search_kb', attributes: { 'mcp.method.name': 'tools/call' } }, ['search_kb']],
    ['with a tool name and no operation', { id: 't', name: 'running tool', attributes: { 'gen_ai.tool.name': 'search_kb' } }, ['search_kb']],
    ['a list of tools over MCP', { id: 't', name: 'tools/list', attributes: { 'mcp.method.name': 'tools/list' } }, []],
    ['a run of the agent', agent('a'), []],
    [
      "a model's request for a call",
      {
        id: 'c',
        name: 'chat gpt-5',
        attributes: {
          'gen_ai.operation.name': 'chat',
          'gen_ai.output.messages':
            '[{"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"issue_refund","arguments":{"amount":48}}]}]',
        },
      },
      [],
    ],
    [
      'a model call that names a tool',
      { id: 'c', name: 'chat', attributes: { 'gen_ai.operation.name': 'chat', 'gen_ai.tool.name': 'issue_refund' } },
      [],
    ],
    ['a plain HTTP request', { id: 'h', name: 'POST /v1/refunds' }, []],
  ])('%s', (_what, span, names) => {
    expect(callsFrom(span).map(({ name }) => name)).toEqual(names);
  });
});

describe('one execution seen on several layers counts once', () => {
  test.each<[string, Described[], string[]]>([
    ['an MCP client below the tool', [tool('t', 'refund'), mcp('m', 'refund', { parent: 't' })], ['refund']],
    [
      'client and server below the tool, with HTTP between',
      [tool('t', 'refund'), mcp('m', 'refund', { parent: 't' }), { id: 'http', parent: 'm' }, mcp('n', 'refund', { parent: 'http' })],
      ['refund'],
    ],
    [
      'a prefix of the server on the outer name',
      [tool('t', 'mcp__billing__issue_refund'), mcp('m', 'issue_refund', { parent: 't' })],
      ['mcp__billing__issue_refund'],
    ],
    ['client and server with no tool above', [mcp('m', 'refund'), mcp('n', 'refund', { parent: 'm' })], ['refund']],
    [
      'the same call id one below the other',
      [
        tool('t', 'Refund', { attributes: { 'gen_ai.tool.call.id': 'c1' } }),
        tool('u', 'billing.refund', { parent: 't', attributes: { 'gen_ai.tool.call.id': ' c1' } }),
      ],
      ['Refund'],
    ],
    [
      'another MCP tool, called by a tool, is a call of its own',
      [tool('t', 'handle_return'), mcp('m', 'refund', { parent: 't', at: 1 })],
      ['handle_return', 'refund'],
    ],
    [
      'a tool that calls itself, without MCP, is called twice',
      [tool('t', 'refund'), tool('u', 'refund', { parent: 't', at: 1 })],
      ['refund', 'refund'],
    ],
    [
      'another tool between two of one name parts them',
      [tool('t', 'refund'), tool('h', 'approve', { parent: 't', at: 1 }), mcp('m', 'refund', { parent: 'h', at: 2 })],
      ['refund', 'approve', 'refund'],
    ],
    ['MCP calls side by side are two', [mcp('m', 'refund'), mcp('n', 'refund', { at: 1 })], ['refund', 'refund']],
  ])('%s', (_what, spans, names) => {
    expect(callsFrom(...spans).map(({ name }) => name)).toEqual(names);
  });

  test('what only the inner layer recorded is taken from there', () => {
    const inner = mcp('m', 'refund', { parent: 't', attributes: { 'gen_ai.tool.call.arguments': '{"amount":48}' } });
    expect(callsFrom(tool('t', 'refund', { attributes: { 'gen_ai.tool.call.result': '{"ok":true}' } }), inner)).toMatchObject([
      { arguments: { amount: 48 }, result: { ok: true } },
    ]);
  });

  test('a failure that only the inner layer recorded is a failure', () => {
    expect(callsFrom(tool('t', 'refund'), mcp('m', 'refund', { parent: 't', attributes: { 'error.type': 'tool_error' } }))).toMatchObject([
      { status: 'error', error: 'tool_error' },
    ]);
  });

  test('a failure that an inner layer made good by trying again is none', () => {
    const spans = [
      tool('t', 'refund', { takes: 9 }),
      mcp('n', 'refund', { parent: 't', at: 5 }),
      mcp('m', 'refund', { parent: 't', at: 1, status: { code: 2 } }),
    ];
    expect(callsFrom(...spans)).toMatchObject([{ status: 'ok' }]);
  });

  test('an outer layer that says it went well has the last word', () => {
    expect(callsFrom(tool('t', 'refund', { status: { code: 1 } }), mcp('m', 'refund', { parent: 't', status: { code: 2 } }))).toMatchObject([
      { status: 'ok' },
    ]);
  });
});

test.each<[string, Partial<Described>, { status: string; error?: string }]>([
  ['unset and ended', {}, { status: 'ok' }],
  ['said to be well', { status: { code: 1 } }, { status: 'ok' }],
  ['never ended', { takes: null }, { status: 'unknown' }],
  ['failed, without a word', { status: { code: 2 } }, { status: 'error' }],
  ['failed, with a message', { status: { code: 2, message: 'card network down' } }, { status: 'error', error: 'card network down' }],
  [
    'failed, with a type and a message',
    { status: { code: 2, message: 'no answer' }, attributes: { 'error.type': 'timeout' } },
    { status: 'error', error: 'timeout: no answer' },
  ],
  ['a type alone', { attributes: { 'error.type': '500' } }, { status: 'error', error: '500' }],
  [
    'an exception, where the status has no message',
    { status: { code: 2 }, events: [{ name: 'exception', attributes: keyValues({ 'exception.message': 'no such invoice' }) }] },
    { status: 'error', error: 'no such invoice' },
  ],
  [
    'an exception that was caught',
    { events: [{ name: 'exception', attributes: keyValues({ 'exception.message': 'tried again' }) }] },
    { status: 'ok' },
  ],
])('the outcome of a call: %s', (_what, more, { status, error }) => {
  const [call] = callsFrom(tool('t', 'refund', more));
  expect([call?.status, call?.error]).toEqual([status, error]);
});

test('what was not captured is absent, and what was captured as nothing is there', () => {
  expect(callsFrom(tool('t', 'refund'))[0]).not.toHaveProperty('arguments');
  expect(callsFrom(tool('t', 'refund'))[0]).not.toHaveProperty('result');
  expect(callsFrom(tool('t', 'refund', { attributes: { 'gen_ai.tool.call.arguments': '{}', 'gen_ai.tool.call.result': '' } }))[0]).toMatchObject({
    arguments: {},
    result: '',
  });
});

describe('ids', () => {
  const call = (id: string, callId: string, at = 0) => tool(id, 'refund', { at, attributes: callId ? { 'gen_ai.tool.call.id': callId } : {} });

  test.each<[string, Described[], string[]]>([
    ['the call id, trimmed', [call('t', ' call_1')], ['call_1']],
    ['the span id, where there is none', [call('t', '')], ['0000000000000074']],
    ['both, where a call id was used twice', [call('t', 'call_1'), call('u', 'call_1', 1)], ['call_1/0000000000000074', 'call_1/0000000000000075']],
  ])('%s', (_what, spans, ids) => {
    expect(callsFrom(...spans).map(({ id }) => id)).toEqual(ids);
  });
});

test('calls come in the order of time, to the nanosecond, whatever the order of the answer', () => {
  const spans = [tool('c', 'third', { at: 2 }), tool('b', 'second', { at: 0.000000002 }), tool('a', 'first', { at: 0.000000001, trace: '2' })];
  expect(callsFrom(...spans).map(({ name }) => name)).toEqual(['first', 'second', 'third']);
});

test('the turn is the nearest run of the agent, and none where its end was not recorded', () => {
  const nested = [agent('a'), agent('b', { parent: 'a', at: 1, takes: 2 }), tool('t', 'refund', { parent: 'b', at: 2 })];
  expect(callsFrom(...nested)[0]?.turn).toEqual({ id: '0000000000000062', from: '2026-10-01T09:00:01.000Z', to: '2026-10-01T09:00:03.000Z' });
  expect(callsFrom(agent('a', { takes: null }), tool('t', 'refund', { parent: 'a' }))[0]).not.toHaveProperty('turn');
  expect(callsFrom(tool('t', 'refund'))[0]).not.toHaveProperty('turn');
});

test.each<[string, Described[], { tools: string[]; complete: boolean }]>([
  [
    'definitions on the run',
    [agent('a', { attributes: definitions('search_kb', 'issue_refund') })],
    { tools: ['search_kb', 'issue_refund'], complete: true },
  ],
  [
    'definitions on a model call of the run',
    [agent('a'), { id: 'c', parent: 'a', attributes: definitions('search_kb') }],
    { tools: ['search_kb'], complete: true },
  ],
  [
    'the same definitions on every model call',
    [agent('a', { attributes: definitions('x') }), { id: 'c', attributes: definitions('x') }],
    { tools: ['x'], complete: true },
  ],
  ['an agent without tools', [agent('a', { attributes: definitions() })], { tools: [], complete: true }],
  ['none recorded', [agent('a'), tool('t', 'search_kb', { parent: 'a' })], { tools: [], complete: false }],
  ['on one of two traces', [agent('a', { attributes: definitions('x') }), agent('b', { trace: '2' })], { tools: ['x'], complete: false }],
  [
    'on both traces',
    [agent('a', { attributes: definitions('x') }), agent('b', { trace: '2', attributes: definitions('y') })],
    { tools: ['x', 'y'], complete: true },
  ],
  [
    'cut off by a limit of length',
    [agent('a', { attributes: { 'gen_ai.tool.definitions': '[{"type":"function","name":"search_kb"},{"ty' } })],
    { tools: [], complete: false },
  ],
  [
    'a definition without a name',
    [agent('a', { attributes: { 'gen_ai.tool.definitions': '[{"name":"x"},{"type":"function"}]' } })],
    { tools: [], complete: false },
  ],
  [
    "in the model vendors' shape",
    [agent('a', { attributes: { 'gen_ai.tool.definitions': '[{"type":"function","function":{"name":"x"}}]' } })],
    { tools: ['x'], complete: true },
  ],
  [
    'belied by a call of a tool that was not defined',
    [agent('a', { attributes: definitions('x') }), tool('t', 'y', { parent: 'a' })],
    { tools: ['x'], complete: false },
  ],
])('the inventory: %s', (_what, spans, { tools, complete }) => {
  const inventory = inventoryFrom(...spans);
  expect(inventory.tools.map(({ name }) => name)).toEqual(tools);
  expect(inventory.complete).toBe(complete);
});

test('descriptions are kept', () => {
  const defined = '[{"type":"function","name":"search_kb","description":"Search the knowledge base."}]';
  expect(inventoryFrom(agent('a', { attributes: { 'gen_ai.tool.definitions': defined } })).tools).toEqual([
    { name: 'search_kb', description: 'Search the knowledge base.' },
  ]);
});
