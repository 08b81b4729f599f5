import { describe, expect, test } from 'vitest';
import type { NoTicket } from '../../../components/view.ts';
import { noTicketAt, ticketUrl } from '../../../entrypoints/sidepanel/place.ts';
import { type DeskConfig, defaults, type Settings } from '../../../lib/settings-schema.ts';

const desk = (url: string): DeskConfig => ({ helpdesk: 'zendesk', url, log: 'main', policy: 'main', agents: [], people: [], others: 'ask' });
const settings = (...urls: string[]): Settings => ({ ...defaults, helpdesks: urls.map(desk) });
const acme = settings('https://acme.zendesk.com');
const rt: Settings = { ...defaults, helpdesks: [{ ...desk('http://rt.example:8090/rt'), helpdesk: 'request-tracker' }] };
const host = { host: 'acme.zendesk.com', origin: 'https://acme.zendesk.com/*' };

describe('a tab without a ticket', () => {
  test.each<[string, string | undefined, Settings, (typeof host)[], NoTicket]>([
    ['where nothing is set up', undefined, defaults, [], { why: 'nothing-set-up' }],
    ['on any page, where nothing is set up', 'https://example.com/', defaults, [], { why: 'nothing-set-up' }],
    [
      'on a helpdesk that is not set up',
      'https://other.zendesk.com/agent/tickets/12',
      acme,
      [],
      { why: 'not-set-up', host: 'other.zendesk.com', product: 'Zendesk' },
    ],
    ['also where nothing else is', 'https://other.zendesk.com/', defaults, [], { why: 'not-set-up', host: 'other.zendesk.com', product: 'Zendesk' }],
    ['on a site that only looks like one', 'https://zendesk.com.example/', acme, [], { why: 'elsewhere' }],
    ['on a helpdesk without access', 'https://acme.zendesk.com/agent/tickets/12', acme, [host], { why: 'no-access', hosts: [host] }],
    ['of an address that is not told, where access is missing', undefined, acme, [host], { why: 'no-access', hosts: [host] }],
    ['that is known to be something else, where access is missing', 'https://example.com/', acme, [host], { why: 'elsewhere' }],
    ['on a page of the browser’s own', 'chrome://newtab/', acme, [], { why: 'elsewhere' }],
    ['that is a ticket’s and was not read yet', 'https://acme.zendesk.com/agent/tickets/12', acme, [], { why: 'not-read-yet' }],
    ['that is a ticket’s, in a part of it', 'https://acme.zendesk.com/agent/tickets/12/events?x=1', acme, [], { why: 'not-read-yet' }],
    ['on a list of tickets', 'https://acme.zendesk.com/agent/filters/1', acme, [], { why: 'no-ticket-page', host: 'acme.zendesk.com' }],
    ['on the address of all tickets', 'https://acme.zendesk.com/agent/tickets/', acme, [], { why: 'no-ticket-page', host: 'acme.zendesk.com' }],
    ['that is a ticket’s of a helpdesk below a path', 'http://rt.example:8090/rt/Ticket/Display.html?id=12', rt, [], { why: 'not-read-yet' }],
    [
      'on another page of a helpdesk below a path',
      'http://rt.example:8090/rt/Search/Results.html?Query=id',
      rt,
      [],
      { why: 'no-ticket-page', host: 'rt.example:8090' },
    ],
    ['on another port of its host', 'http://rt.example:9000/rt/Ticket/Display.html?id=12', rt, [], { why: 'elsewhere' }],
    ['of an address that is not told, with access to all', undefined, acme, [], { why: 'elsewhere' }],
  ])('%s', (_, address, set, missing, expected) => {
    expect(noTicketAt(address, set, missing)).toEqual(expected);
  });
});

describe('the link to a ticket', () => {
  const ticket = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '12' };

  test.each([
    ['stands below the helpdesk’s address', acme, ticket, 'https://acme.zendesk.com/agent/tickets/12'],
    ['also with a slash at its end', settings('https://acme.zendesk.com/'), ticket, 'https://acme.zendesk.com/agent/tickets/12'],
    ['is none where the helpdesk is not set up', defaults, ticket, null],
    [
      'never leaves the address by what a ticket calls itself',
      acme,
      { ...ticket, id: '../../x?y#z' },
      'https://acme.zendesk.com/agent/tickets/..%2F..%2Fx%3Fy%23z',
    ],
  ])('%s', (_, set, ref, expected) => {
    expect(ticketUrl(set, ref)).toBe(expected);
  });
});
