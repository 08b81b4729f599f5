import { describe, expect, test } from 'vitest';
import { type ToldAuthor, withAuthor, withTool } from '../../../entrypoints/background/told.ts';
import type { Author, Message, ToolMapping } from '../../../lib/model.ts';
import { knownAuthor } from '../../../lib/settings-lookup.ts';
import { type DeskConfig, defaults, type Settings } from '../../../lib/settings-schema.ts';

const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '1' };

const settingsWith = (over: Partial<DeskConfig> = {}, policies: Settings['policies'] = []): Settings => ({
  ...defaults,
  helpdesks: [
    { helpdesk: 'zendesk', url: 'https://acme.zendesk.com', log: 'main', policy: 'main', agents: [], people: [], others: 'ask', ...over },
    { helpdesk: 'zendesk', url: 'https://other.zendesk.com', log: 'main', policy: 'main', agents: [], people: [], others: 'ask' },
  ],
  policies,
});

const unknown = (name: string, id?: string): Author => ({ kind: 'unknown', name, ...(id ? { id } : {}) });
const customer: Author = { kind: 'customer', name: 'Dana' };

const thread = (...authors: Author[]) => ({
  ticket,
  messages: authors.map((author, i): Message => ({ id: `m${i}`, author, visibility: 'public', at: null, text: '' })),
});

/** Who each author of the thread is, once it was told. */
const kinds = (settings: Settings, authors: Author[]) => authors.map((author) => knownAuthor(author, settings.helpdesks[0]!).kind);

const tell = (settings: Settings, authors: Author[], told: ToldAuthor): Settings => withAuthor(settings, thread(...authors), told)!;

describe('one click tells who wrote', () => {
  const authors = [customer, unknown('Helper', '7'), unknown('Sam', '8'), unknown('Ana', '9')];

  test('the AI agent is told, and the others of the thread are people', () => {
    const after = tell(settingsWith(), authors, { author: { name: 'Helper', id: '7' }, is: 'ai-agent', rest: true });
    expect(kinds(after, authors)).toEqual(['customer', 'ai-agent', 'person', 'person']);
    expect(after.helpdesks[0]).toMatchObject({ agents: ['Helper'], people: ['Sam', 'Ana'] });
  });

  test('"none of them": all are people', () => {
    const after = tell(settingsWith(), authors, { author: { name: 'Helper', id: '7' }, is: 'person', rest: true });
    expect(kinds(after, authors)).toEqual(['customer', 'person', 'person', 'person']);
    expect(after.helpdesks[0]).toMatchObject({ agents: [], people: ['Helper', 'Sam', 'Ana'] });
  });

  test('without the rest nobody else is told', () => {
    const after = tell(settingsWith(), authors, { author: { name: 'Sam', id: '8' }, is: 'person', rest: false });
    expect(kinds(after, authors)).toEqual(['customer', 'unknown', 'person', 'unknown']);
  });

  test('who was told before is not told otherwise by the rest', () => {
    const before = settingsWith({ agents: ['Helper'] });
    const after = tell(before, authors, { author: { name: 'Ana', id: '9' }, is: 'person', rest: true });
    expect(after.helpdesks[0]).toMatchObject({ agents: ['Helper'], people: ['Ana', 'Sam'] });
  });

  test('a person is no AI agent any more, by name or by id', () => {
    for (const agents of [['helper'], ['7'], ['7', 'Helper']]) {
      const after = tell(settingsWith({ agents }), authors, { author: { name: 'Helper', id: '7' }, is: 'person', rest: false });
      expect(after.helpdesks[0]).toMatchObject({ agents: [], people: ['Helper'] });
    }
  });

  test('two of the same name are told apart by their ids', () => {
    const two = [unknown('Alex', '1'), unknown('Alex', '2')];
    const after = tell(settingsWith(), two, { author: { name: 'Alex', id: '2' }, is: 'ai-agent', rest: true });
    expect(kinds(after, two)).toEqual(['person', 'ai-agent']);
  });

  test('another helpdesk of the team is not touched', () => {
    const after = tell(settingsWith(), authors, { author: { name: 'Helper', id: '7' }, is: 'ai-agent', rest: true });
    expect(after.helpdesks[1]).toEqual(settingsWith().helpdesks[1]);
  });

  test.each<[string, Settings, Author]>([
    ['a helpdesk that is not set up', defaults, unknown('Helper')],
    ['an author with neither name nor id', settingsWith(), unknown('')],
  ])('%s is refused', (_, settings, author) => {
    expect(withAuthor(settings, thread(author), { author, is: 'ai-agent', rest: true })).toBeNull();
  });
});

describe('a tool is told to do what a claim says', () => {
  const policy = (tools: ToolMapping[], version = '2026-10-01') => ({ id: 'main', version, limits: [], destinations: [], tools });
  const map = (settings: Settings, mapping: ToolMapping) => withTool(settings, ticket, mapping, '2026-11-23')!.policies;

  test('in the policy that holds for the ticket, which is another version then', () => {
    const before = settingsWith({}, [policy([{ tool: 'ops', action: 'cancel' }]), { ...policy([]), id: 'eu' }]);
    const [main, eu] = map(before, { tool: 'ops', action: 'refund', words: ['refund'] });
    expect(main!.tools).toEqual([
      { tool: 'ops', action: 'cancel' },
      { tool: 'ops', action: 'refund' },
    ]);
    expect(main!.version).toBe('2026-11-23');
    expect(eu).toEqual(before.policies[1]);
  });

  test('a team without a policy gets one, which gives no authority', () => {
    expect(map(settingsWith(), { tool: 'ops', action: 'refund' })).toEqual([
      { id: 'main', version: '2026-11-23', limits: [], destinations: [], tools: [{ tool: 'ops', action: 'refund' }] },
    ]);
  });

  test.each(['other', 'lookup'])('words of claims whose action tells nothing by itself add up: %s', (action) => {
    const before = settingsWith({}, [policy([{ tool: 'ops', action, words: ['unlock'] }])]);
    expect(map(before, { tool: 'ops', action, words: ['unlock', 'account'] })[0]!.tools).toEqual([
      { tool: 'ops', action, words: ['unlock', 'account'] },
    ]);
  });

  test('it does not count as doing nothing any more', () => {
    const before = settingsWith({}, [policy([{ tool: 'ops', action: 'nothing' }])]);
    expect(map(before, { tool: 'ops', action: 'refund' })[0]!.tools).toEqual([{ tool: 'ops', action: 'refund' }]);
  });

  test('a helpdesk that is not set up is refused', () => {
    expect(withTool(defaults, ticket, { tool: 'ops', action: 'refund' }, '2026-11-23')).toBeNull();
  });
});
