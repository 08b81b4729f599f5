/** What hostile logs are made of: values no API should send, in every place of a call. */
import fc from 'fast-check';
import type { Evidence, Json, Message, Policy, ToolCall } from '../../../lib/model.ts';
import { message, prose } from '../claims/fragments.ts';

const KEYS = [
  'id',
  'amount',
  'amount_minor',
  'status',
  'error',
  'success',
  'code',
  'queue',
  'currency',
  'order_id',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '',
  'ﬁ',
];
const TEXTS = [
  '', 'NaN', '1e999', '-0', '$40', '40.00', '4,0,0', '$..', '{', '[[[', '{"amount": 1e999}', '{"a": "b', 'Error: no', 'pending', 'failed', 'Night Crew',
  'INV-20931', 'LK-2290', '2026-99-99', '0000-00-00', 'kim@example.org', '\ud800', '\u202e', 'x'.repeat(3000), '9'.repeat(400),
]; // biome-ignore format: one a line would be a page
const NUMBERS = [0, -0, 40, -40, 4000, 1e308, -1e308, 5e-324, Number.POSITIVE_INFINITY, Number.NaN, Number.MAX_SAFE_INTEGER, 0.1 + 0.2];

const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(...TEXTS),
  fc.constantFrom<Json[]>(...NUMBERS),
  fc.constantFrom<Json[]>(true, false, null),
);

/** An object with an own `__proto__`, as JSON.parse makes it. */
const objectOf = (entries: [string, Json][]): Json =>
  JSON.parse(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${asJson(value)}`).join(',')}}`) as Json;
/** JSON has no NaN; what is too large for a number is read as infinite. */
const asJson = (value: Json): string => (typeof value === 'number' && !Number.isFinite(value) ? '1e999' : (JSON.stringify(value) ?? 'null'));

/** Of any depth: 10,000 levels are what a cheap loop on the other side makes. */
const deep = fc
  .tuple(leaf, fc.constantFrom('[', '{"error":', '{"amount":', '{"id":'), fc.constantFrom(3, 300, 10_000))
  .map(([value, open, levels]) => JSON.parse(open.repeat(levels) + asJson(value) + (open === '[' ? ']' : '}').repeat(levels)) as Json);

const tree: fc.Arbitrary<Json> = fc.letrec<{ node: Json }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.array(tie('node'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('node')), { maxLength: 5 }).map(objectOf),
  ),
})).node;

const json: fc.Arbitrary<Json | undefined> = fc.oneof(
  { weight: 8, arbitrary: tree },
  { weight: 2, arbitrary: tree.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: deep.map(() => '['.repeat(20_000) + ']'.repeat(20_000)) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const NAMES = [
  'refund_order',
  'cancelVisit',
  'POST /refunds/{id}',
  'mcp__desk__escalate',
  'get_order',
  '',
  '__proto__',
  'constructor',
  '退款',
  '\ud800',
  '/'.repeat(200),
  'reissue_'.repeat(1250),
];
export const name = fc.constantFrom(...NAMES);

const time = fc.constantFrom(
  '2026-03-02T09:59:00.000Z',
  '2026-03-02T10:00:04.000Z',
  '2026-03-02T11:00:00.000Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00',
  'yesterday',
  '',
);

const call = fc.record({
  name,
  arguments: json,
  result: json,
  status: fc.constantFrom<ToolCall['status'][]>('ok', 'error', 'unknown'),
  error: fc.option(fc.constantFrom(...TEXTS), { nil: undefined }),
  startedAt: fc.option(time),
  endedAt: fc.option(time),
  turn: fc.option(fc.record({ id: fc.constantFrom('t1', '', '__proto__'), from: time, to: time }), { nil: undefined }),
});

/** Calls as a source hands them over: what was not recorded is absent. */
export const calls: fc.Arbitrary<ToolCall[]> = fc.array(call, { maxLength: 6 }).map((all) =>
  all.map(
    (one, index) =>
      ({
        ...(Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as typeof one),
        id: `c${index}`,
        source: 'test',
      }) as ToolCall,
  ),
);

export const tools = fc.array(fc.record({ name, description: fc.constantFrom('', 'Refund money of an order', 'x '.repeat(5000), '\ud800') }), {
  maxLength: 4,
});

export const coverage: fc.Arbitrary<Partial<Evidence['coverage']>> = fc.record({ complete: fc.boolean(), from: time, to: time });

export const policy: fc.Arbitrary<Partial<Policy>> = fc.record({
  limits: fc.array(
    fc.record({
      action: fc.constantFrom('refund', 'credit', '__proto__', ''),
      maxAmount: fc.constantFrom(0, 40, 1e308, -1),
      currency: fc.constantFrom('USD', 'EUR', ''),
      per: fc.constantFrom<Policy['limits'][number]['per'][]>('call', 'ticket', 'day'),
    }),
    { maxLength: 2 },
  ),
  destinations: fc.array(fc.record({ name, kind: fc.constant('queue' as const), acceptsFromAi: fc.boolean(), validTo: time }), { maxLength: 2 }),
  tools: fc.array(fc.record({ tool: name, action: fc.constantFrom('refund', 'other', 'nothing', '__proto__', 'constructor') }), { maxLength: 2 }),
});

const authors: Message['author'][] = [
  { kind: 'ai-agent', name: 'Assist', knownBy: 'vendor' },
  { kind: 'unknown', name: '__proto__' },
  { kind: 'customer', name: '' },
];

/** Up to four messages; each may quote the one before. */
export const thread: fc.Arbitrary<Message[]> = fc
  .array(
    fc.record({
      author: fc.constantFrom(...authors),
      visibility: fc.constantFrom<Message['visibility'][]>('public', 'internal'),
      at: fc.option(time),
      text: fc.oneof(prose, message),
      quotes: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map(({ quotes, text, ...one }, index) => {
      const before = quotes ? (all[index - 1]?.text ?? '').replace(/^/gm, '> ') : '';
      return { ...one, id: `m${index}`, text: `${before}\n${text}` };
    }),
  );
