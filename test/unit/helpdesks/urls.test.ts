import { describe, expect, it } from 'vitest';
import { ticketAt } from '../../../lib/helpdesks/index.ts';

const tickets: [url: string, helpdesk: string, host: string, id: string][] = [
  ['https://acme.zendesk.com/agent/tickets/412', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com/agent/tickets/412/', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com/agent/tickets/412/events', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com/agent/tickets/412?brand=1#reply', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com:8443/agent/tickets/412', 'zendesk', 'acme.zendesk.com:8443', '412'],
];

const others = [
  'https://acme.zendesk.com/agent/filters/1',
  'https://acme.zendesk.com/agent/tickets/new/1',
  'https://acme.zendesk.com/agent/tickets/412abc',
  'https://acme.zendesk.com/hc/en-us/agent/tickets/412',
  'https://acme.zendesk.com/agent/search/1?q=/agent/tickets/412',
  'https://acmezendesk.com/agent/tickets/412',
  'https://acme.zendesk.com.evil.example/agent/tickets/412',
  'https://example.test/agent/tickets/412',
];

describe('ticketAt', () => {
  it.each(tickets)('%s is a ticket of %s', (url, helpdesk, host, id) => {
    expect(ticketAt(new URL(url))?.ticket).toEqual({ helpdesk, host, id });
  });
  it.each(others)('%s is no ticket', (url) => {
    expect(ticketAt(new URL(url))).toBeNull();
  });
});
