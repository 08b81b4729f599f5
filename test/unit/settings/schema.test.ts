import { describe, expect, it } from 'vitest';
import { checkSettings, conversationOf, defaults, exportSettings, logFor, originsOf, parseSettings, type Settings } from '../../../lib/settings-schema.ts';

const log = { id: 'main', source: 'otel-jaeger', url: 'https://jaeger.example.com:16686/base', attribute: 'gen_ai.conversation.id', conversation: 'zendesk:{id}', settlingSeconds: 60 };
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

  const refused: [string, unknown, RegExp][] = [
    ['a host with a scheme', { ...good, helpdesks: [{ ...good.helpdesks[0], host: 'https://acme.zendesk.com' }] }, /^helpdesks\.0\.host: must be a host name/],
    ['a log without an address', { ...good, logs: [{ ...log, url: 'jaeger' }] }, /^logs\.0\.url: must be an address/],
    ['a log by ftp', { ...good, logs: [{ ...log, url: 'ftp://jaeger.example.com' }] }, /^logs\.0\.url: must begin with https/],
    ['a key in the address', { ...good, logs: [{ ...log, url: 'https://me:secret@jaeger.example.com' }] }, /the key has its own field/],
    ['a template without the id', { ...good, logs: [{ ...log, conversation: 'ticket' }] }, /^logs\.0\.conversation: must hold \{id\}/],
    ['a log given twice', { ...good, logs: [log, log] }, /^logs\.1\.id: "main" is given twice/],
    ['a helpdesk with an unknown log', { ...good, logs: [] }, /^helpdesks\.0\.log: there is no log "main"/],
    ['an unknown source', { ...good, logs: [{ ...log, source: 'ledger' }] }, /"ledger" is not one of otel-jaeger/],
    ['a negative limit', { ...good, policy: { version: '1', limits: [{ action: 'refund', maxAmount: -1, currency: 'USD', per: 'ticket' }], destinations: [] } }, /maxAmount: must not be negative/],
    ['a date that is none', { ...good, policy: { version: '1', limits: [], destinations: [{ name: 'AE', kind: 'person', acceptsFromAi: true, validTo: 'June' }] } }, /validTo: must be a time/],
    ['another version', { ...good, version: 2 }, /^version: must be 1/],
    ['no object at all', [], /./],
  ];
  it.each(refused)('refuse %s in a sentence that names the field', (_, value, sentence) => {
    const checked = checkSettings(value, known);
    expect('errors' in checked && checked.errors.join('\n')).toMatch(sentence);
  });

  it('say that a file is not JSON', () => {
    expect(parseSettings('{')).toEqual({ errors: [expect.stringMatching(/^This file is not JSON: /)] });
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
