import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../lib/actions/index.ts';
import { helpdesks } from '../../../lib/helpdesks/meta.ts';
import { conversationOf, deskFor, logFor, originsOf, policyFor } from '../../../lib/settings-lookup.ts';
import { checkSettings, defaults, exportSettings, type Problem, parseSettings, type Settings } from '../../../lib/settings-schema.ts';
import type { LogConfig } from '../../../lib/sources/source.ts';

const log: LogConfig = {
  id: 'main',
  source: 'otel-jaeger',
  url: 'https://jaeger.example.com:16686/base',
  attribute: 'gen_ai.conversation.id',
  conversation: 'zendesk:{id}',
  headers: [],
  settlingSeconds: 60,
};
const desk = { helpdesk: 'zendesk', url: 'https://acme.zendesk.com', log: 'main', policy: 'main', agents: [], people: [], others: 'ask' as const };
const policy = { id: 'main', version: '1', limits: [], destinations: [], tools: [] };
const good: Settings = { ...defaults, helpdesks: [desk], logs: [log], policies: [policy] };
const known = { helpdesks, sources: ['otel-jaeger'], actions: actions.map((action) => action.id) };
const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
const page = { ticket, subject: 'Order A-17 is late', messages: [] };

describe('settings', () => {
  it('come back from their own export as they were', () => {
    expect(parseSettings(exportSettings(good), known)).toEqual({ settings: good });
  });

  it('fill in what a short file leaves out', () => {
    const { helpdesk, url, log: logId } = desk;
    const logs = [{ id: 'main', source: 'otel-jaeger', url: 'http://127.0.0.1:16686' }];
    const short = { version: 1, helpdesks: [{ helpdesk, url, log: logId }], logs, policies: [{ id: 'main', version: '1' }] };
    expect(checkSettings(short)).toEqual({
      settings: { ...good, logs: [{ ...log, url: 'http://127.0.0.1:16686', conversation: '{id}' }] },
    });
  });

  const limit = { action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' };
  const withPolicy = (part: object) => ({ ...good, policies: [{ ...policy, ...part }] });
  const withLog = (part: object) => ({ ...good, logs: [{ ...log, ...part }] });
  const refused: [string, unknown, Problem][] = [
    [
      'an address without a scheme',
      { ...good, helpdesks: [{ ...desk, url: 'acme.zendesk.com' }] },
      { field: 'helpdesks.0.url', id: 'url', values: [''] },
    ],
    [
      'an address that the product is never at',
      { ...good, helpdesks: [{ ...desk, url: 'https://zendesk.com.evil.example' }] },
      { field: 'helpdesks.0.url', id: 'domain', values: ['zendesk.com'] },
    ],
    [
      'one helpdesk given twice',
      { ...good, helpdesks: [desk, { ...desk, url: 'https://acme.zendesk.com/agent' }] },
      { field: 'helpdesks.1.url', id: 'twice', values: ['zendesk acme.zendesk.com'] },
    ],
    ['a pattern that is none', withLog({ pattern: '(' }), { field: 'logs.0.pattern', id: 'pattern', values: [''] }],
    ['an id to be found, and no pattern', withLog({ conversation: 'order:{found}' }), { field: 'logs.0.pattern', id: 'no_pattern', values: [] }],
    ['a header that is the key’s own', withLog({ headers: ['Authorization'] }), { field: 'logs.0.headers.0', id: 'header', values: [''] }],
    ['a header that is none', withLog({ headers: ['X Proxy'] }), { field: 'logs.0.headers.0', id: 'header', values: [expect.anything()] }],
    [
      'a limit on what no action is',
      withPolicy({ limits: [{ ...limit, action: 'gift' }] }),
      { field: 'policies.0.limits.0.action', id: 'unknown_id', values: ['gift', expect.anything()] },
    ],
    [
      'a destination that ends before it begins',
      withPolicy({
        destinations: [
          { name: 'AE', kind: 'person', acceptsFromAi: true, validFrom: '2026-02-01T00:00:00.000Z', validTo: '2026-01-01T00:00:00.000Z' },
        ],
      }),
      { field: 'policies.0.destinations.0.validTo', id: 'order', values: [] },
    ],
    [
      'a tool mapped to what no action is',
      withPolicy({ tools: [{ tool: 'issue_refund', action: 'give' }] }),
      { field: 'policies.0.tools.0.action', id: 'unknown_id', values: ['give', expect.anything()] },
    ],
    ['a log without an address', { ...good, logs: [{ ...log, url: 'jaeger' }] }, { field: 'logs.0.url', id: 'url', values: [''] }],
    ['a log by ftp', { ...good, logs: [{ ...log, url: 'ftp://jaeger.example.com' }] }, { field: 'logs.0.url', id: 'scheme', values: [''] }],
    [
      'a key in the address',
      { ...good, logs: [{ ...log, url: 'https://me:secret@jaeger.example.com' }] },
      { field: 'logs.0.url', id: 'plain_url', values: [''] },
    ],
    [
      'a template without the id',
      { ...good, logs: [{ ...log, conversation: 'ticket' }] },
      { field: 'logs.0.conversation', id: 'template', values: [expect.anything()] },
    ],
    ['a log given twice', { ...good, logs: [log, log] }, { field: 'logs.1.id', id: 'twice', values: ['main'] }],
    ['a helpdesk with an unknown log', { ...good, logs: [] }, { field: 'helpdesks.0.log', id: 'no_log', values: ['main'] }],
    [
      'an unknown source',
      { ...good, logs: [{ ...log, source: 'ledger' }] },
      { field: 'logs.0.source', id: 'unknown_id', values: ['ledger', 'otel-jaeger'] },
    ],
    [
      'a negative limit',
      withPolicy({ limits: [{ ...limit, maxAmount: -1 }] }),
      { field: 'policies.0.limits.0.maxAmount', id: 'number', values: ['>=0'] },
    ],
    [
      'a date that is none',
      withPolicy({ destinations: [{ name: 'AE', kind: 'person', acceptsFromAi: true, validTo: 'June' }] }),
      { field: 'policies.0.destinations.0.validTo', id: 'time', values: [''] },
    ],
    ['a gate that is none', { ...good, gate: 'ajar' }, { field: 'gate', id: 'choice', values: ['("hold" | "watch" | "off")'] }],
    ['another version', { ...good, version: 2 }, { field: 'version', id: 'choice', values: ['1'] }],
    ['no list of logs', { ...good, logs: 'main' }, { field: 'logs', id: 'shape', values: ['Array', '"main"'] }],
    ['no object at all', 7, { field: '', id: 'shape', values: ['Object', '7'] }],
  ];
  it.each(refused)('refuse %s, naming the field and what it should be', (_, value, problem) => {
    expect(checkSettings(value, known)).toMatchObject({ problems: expect.arrayContaining([problem]) });
  });

  it('are good as the example in docs gives them', () => {
    expect(parseSettings(readFileSync('docs/settings.example.json', 'utf8'), known)).toHaveProperty('settings');
  });

  it('say that a file is not JSON', () => {
    expect(parseSettings('{')).toEqual({ problems: [{ field: '', id: 'not_json', values: [expect.any(String)] }] });
  });

  it('find the helpdesk, the log and the policy of a ticket', () => {
    expect(deskFor(good, ticket)).toEqual(desk);
    expect(logFor(good, ticket)).toEqual(log);
    expect(policyFor(good, ticket)).toEqual(policy);
    const elsewhere = { ...ticket, host: 'other.zendesk.com' };
    expect([deskFor(good, elsewhere), logFor(good, elsewhere)]).toEqual([null, null]);
    expect(policyFor(good, elsewhere)).toMatchObject({ id: 'none', limits: [], destinations: [] });
  });

  it('tell hosts by their port: another program may answer on another one', () => {
    const rt = { ...desk, helpdesk: 'request-tracker', url: 'http://127.0.0.1:8090/rt' };
    const own = { helpdesk: 'request-tracker', host: '127.0.0.1:8090', id: '1' };
    expect(deskFor({ ...good, helpdesks: [rt] }, own)).toEqual(rt);
    expect(deskFor({ ...good, helpdesks: [rt] }, { ...own, host: '127.0.0.1:8091' })).toBeNull();
  });

  const names: [string, Partial<LogConfig>, string, string | null][] = [
    ['the ticket’s own id', { conversation: 'zendesk:{id}' }, '', 'zendesk:412'],
    ['helpdesk and host', { conversation: '{helpdesk}/{host}/{id}' }, '', 'zendesk/acme.zendesk.com/412'],
    ['what a pattern finds in the subject', { conversation: 'order:{found}', pattern: 'Order ([A-Z]-\\d+)' }, '', 'order:A-17'],
    ['the whole match where the pattern has no group', { conversation: '{found}', pattern: 'sess_\\w+' }, 'See sess_9f2c, please.', 'sess_9f2c'],
    ['nothing where the page does not hold it', { conversation: '{found}', pattern: 'sess_\\w+' }, 'See there.', null],
    ['nothing where what is found is no id', { conversation: '{found}', pattern: 'See (.*)' }, 'See "} OR 1=1', null],
  ];
  it.each(names)('know what a log calls a ticket: %s', (_, part, text, name) => {
    const message = { id: 'm', author: { kind: 'customer' as const, name: 'Kim' }, visibility: 'public' as const, at: null, text };
    expect(conversationOf({ ...log, ...part }, { ...page, messages: [message] })).toBe(name);
  });

  it('ask for exactly their hosts, without ports', () => {
    const own = { ...desk, helpdesk: 'request-tracker', url: 'http://127.0.0.1:8090/rt' };
    expect(originsOf({ ...good, helpdesks: [desk, own] })).toEqual([
      'https://acme.zendesk.com/*',
      'http://127.0.0.1/*',
      'https://jaeger.example.com/*',
    ]);
  });
});
