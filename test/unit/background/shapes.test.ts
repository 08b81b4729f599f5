import { describe, expect, it } from 'vitest';
import { acceptPage } from '../../../entrypoints/background/shapes.ts';

const page = {
  ticket: { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' },
  subject: 'Refund',
  status: 'solved',
  messages: [
    { id: 'm1', author: { kind: 'ai-agent', name: 'Bot', knownBy: 'vendor' }, visibility: 'public', at: '2026-10-01T09:00:00.000Z', text: 'Hello' },
  ],
  gaps: [{ kind: 'not-loaded', count: 3 }],
  landmarks: { found: ['thread'], missing: [] },
};

describe('what a page sends', () => {
  it('is taken where it has the shape of a ticket page', () => {
    expect(acceptPage(page)).toEqual(page);
  });

  const [message] = page.messages;
  const refused: [string, unknown, RegExp][] = [
    ['nothing', null, /^page refused/],
    ['an id that is a path', { ...page, ticket: { ...page.ticket, id: '../../admin' } }, /ticket\.id/],
    ['a host with a path', { ...page, ticket: { ...page.ticket, host: 'evil.example/x' } }, /ticket\.host/],
    ['an unknown author kind', { ...page, messages: [{ ...message, author: { kind: 'god', name: 'x' } }] }, /messages\.0\.author\.kind/],
    ['a time that is none', { ...page, messages: [{ ...message, at: 'yesterday' }] }, /messages\.0\.at/],
    ['a text that is an object', { ...page, messages: [{ ...message, text: { html: '<b>' } }] }, /messages\.0\.text/],
    ['more than was asked', { ...page, verdict: 'supported' }, /verdict/],
    ['a thread without end', { ...page, messages: Array.from({ length: 20_001 }, () => message) }, /messages/],
  ];
  it.each(refused)('is refused where it is %s', (_, value, why) => {
    expect(() => acceptPage(value)).toThrow(why);
  });
});
