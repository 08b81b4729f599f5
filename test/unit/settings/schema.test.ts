import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkSettings,
  conversationOf,
  defaults,
  exportSettings,
  logFor,
  originsOf,
  type Problem,
  parseSettings,
  type Settings,
} from '../../../lib/settings-schema.ts';

const log = {
  id: 'main',
  source: 'otel-jaeger',
  url: 'https://jaeger.example.com:16686/base',
  attribute: 'gen_ai.conversation.id',
  conversation: 'zendesk:{id}',
  settlingSeconds: 60,
};
const good: Settings = { ...defaults, helpdesks: [{ helpdesk: 'zendesk', host: 'acme.zendesk.com', log: 'main' }], logs: [log] };
const known = { helpdesks: ['zendesk'], sources: ['otel-jaeger'] };
const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };

describe('settings', () => {
  it('come back from their own export as they were', () => {
    expect(parseSettings(exportSettings(good), known)).toEqual({ settings: good });
  });

  it('fill in what a short file leaves out', () => {
    const short = { version: 1, helpdesks: good.helpdesks, logs: [{ id: 'main', source: 'otel-jaeger', url: 'http://127.0.0.1:16686' }] };
    expect(checkSettings(short)).toEqual({
      settings: { ...good, logs: [{ ...log, url: 'http://127.0.0.1:16686', conversation: '{id}' }] },
    });
  });

  const limit = { action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' };
  const withPolicy = (policy: object) => ({ ...good, policy: { version: '1', limits: [], destinations: [], ...policy } });
  const refused: [string, unknown, Problem][] = [
    [
      'a host with a scheme',
      { ...good, helpdesks: [{ ...good.helpdesks[0], host: 'https://acme.zendesk.com' }] },
      { field: 'helpdesks.0.host', id: 'host', values: [expect.anything()] },
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
      { field: 'logs.0.conversation', id: 'template', values: ['"{id}"'] },
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
      { field: 'policy.limits.0.maxAmount', id: 'number', values: ['>=0'] },
    ],
    [
      'a date that is none',
      withPolicy({ destinations: [{ name: 'AE', kind: 'person', acceptsFromAi: true, validTo: 'June' }] }),
      { field: 'policy.destinations.0.validTo', id: 'time', values: [''] },
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

  it('find the log of a ticket, and what the log calls it', () => {
    expect(logFor(good, ticket)).toEqual(log);
    expect(logFor(good, { ...ticket, host: 'other.zendesk.com' })).toBeNull();
    expect(conversationOf(log, ticket)).toBe('zendesk:412');
    expect(conversationOf({ ...log, conversation: '{helpdesk}/{host}/{id}' }, ticket)).toBe('zendesk/acme.zendesk.com/412');
  });

  it('ask for exactly their hosts, without ports', () => {
    expect(originsOf(good)).toEqual(['https://acme.zendesk.com/*', 'https://jaeger.example.com/*']);
  });
});
