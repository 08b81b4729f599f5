import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { ticketAt } from '../../../lib/helpdesks/index.ts';

const tickets: [url: string, helpdesk: string, host: string, id: string][] = [
  ['https://acme.zendesk.com/agent/tickets/412', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com/agent/tickets/412/', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com/agent/tickets/412/events', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com/agent/tickets/412?brand=1#reply', 'zendesk', 'acme.zendesk.com', '412'],
  ['https://acme.zendesk.com:8443/agent/tickets/412', 'zendesk', 'acme.zendesk.com:8443', '412'],
  ['https://rt.acme.example/Ticket/Display.html?id=412', 'request-tracker', 'rt.acme.example', '412'],
  ['http://127.0.0.1:8090/Ticket/Display.html?id=412&results=9f#txn-7', 'request-tracker', '127.0.0.1:8090', '412'],
  ['https://acme.example/support/rt/Ticket/Display.html?ForceShowHistory=1;ReverseTxns=DESC;id=412', 'request-tracker', 'acme.example', '412'],
  ['https://rt.acme.example/Ticket/History.html?id=412', 'request-tracker', 'rt.acme.example', '412'],
];

const forms: [url: string, id: string][] = [
  ['https://rt.acme.example/Ticket/Update.html?Action=Comment;DefaultStatus=resolved;id=412', '412'],
  ['https://rt.acme.example/Ticket/Update.html?QuoteTransaction=7&id=412&Action=Respond', '412'],
  ['https://rt.acme.example/rt/Ticket/Modify.html?id=412&results=9f', '412'],
  ['https://rt.acme.example/Ticket/ModifyAll.html?id=412', '412'],
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
  'https://rt.acme.example/Ticket/Display.html',
  'https://rt.acme.example/Ticket/Display.html?id=new',
  'https://rt.acme.example/Ticket/Display.html?uid=412',
  'https://rt.acme.example/Ticket/ModifyPeople.html?id=412',
  'https://rt.acme.example/SelfService/Display.html?id=412',
  'https://rt.acme.example/Transaction/Display.html?id=412',
  'https://rt.acme.example/m/ticket/show?id=412',
  'https://rt.acme.example/Search/Simple.html?q=/Ticket/Display.html?id=412',
  'https://rt.acme.example/xTicket/Display.html?id=412',
];

describe('ticketAt', () => {
  it.each(tickets)('%s is a ticket of %s', (url, helpdesk, host, id) => {
    expect(ticketAt(new URL(url))?.ticket).toEqual({ helpdesk, host, id });
  });
  it.each(tickets)('%s shows a thread', (url) => {
    expect(ticketAt(new URL(url))?.as).toBe('thread');
  });
  it.each(forms)('%s is a form', (url, id) => {
    const shown = ticketAt(new URL(url));
    expect([shown?.as, shown?.ticket.id]).toEqual(['form', id]);
  });
  it('an answer to a form, whose URL does not say its ticket, is known by what stands there', () => {
    const url = 'https://rt.acme.example/rt/Ticket/Update.html';
    const window = new Window({ url });
    window.document.write('<a id="page-display" href="/rt/Ticket/Display.html?id=412">Display</a>');
    const shown = ticketAt(new URL(url), window.document as unknown as Document);
    expect([shown?.as, shown?.ticket.id]).toEqual(['form', '412']);
  });
  it.each(others)('%s is no ticket', (url) => {
    expect(ticketAt(new URL(url))).toBeNull();
  });
});
