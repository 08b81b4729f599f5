/** What may happen to a Zendesk page while it is being read: long threads take many turns of the page. */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import type { Get } from '../../../lib/helpdesks/helpdesk.ts';
import { zendesk } from '../../../lib/helpdesks/zendesk.ts';

const TICKET = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
const nothing: Get = async () => ({ status: 404, body: null });

/** Two panes, 412 in front of 398. */
function twoPanes() {
  const window = new Window({ url: 'https://acme.zendesk.com/agent/tickets/412' });
  window.document.write(readFileSync(new URL('./zendesk/conversation-log.html', import.meta.url), 'utf8'));
  const document = window.document as unknown as Document;
  const pane = (id: string) => document.querySelector(`[data-ticket-id="${id}"]`)!;
  const show = (id: string) => {
    for (const one of document.querySelectorAll('[data-ticket-id]')) one.setAttribute('data-is-active', String(one === pane(id)));
  };
  return { document, pane, show };
}

/** Reads with something happening at one of the pauses. */
async function readWhile(document: Document, at: number, happen: () => void) {
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
    if (pauses === at) happen();
  };
  const { page } = await zendesk.read(document, TICKET, { get: nothing, pause });
  return { texts: page.messages.map((message) => message.text), gaps: page.gaps.map((gap) => gap.kind), missing: page.landmarks.missing, pauses };
}

const OWN = ['Where is my refund?', 'Hello Ida,\n\nI refunded $12.\nIt takes two days.', 'Taking over.', 'Refund was issued.'];
const NONE = { texts: [], gaps: ['no-messages'], missing: ['pane', 'thread', 'message', 'subject', 'submit'] };

describe('read', () => {
  it('lets the page have its turn after each message', async () => {
    const { document } = twoPanes();
    const { texts, pauses } = await readWhile(document, 0, () => {});
    expect(texts).toEqual(OWN);
    expect(pauses).toBeGreaterThanOrEqual(2 * OWN.length);
  });

  it.each([1, 2, 4, 6, 8])('reads nothing of a ticket that goes behind another at pause %i, and nothing of the other', async (at) => {
    const { document, show } = twoPanes();
    expect(await readWhile(document, at, () => show('398'))).toMatchObject(NONE);
  });

  it('reads nothing of a pane that is given to another ticket meanwhile', async () => {
    const { document, pane } = twoPanes();
    const handOver = () => {
      const front = pane('412');
      front.setAttribute('data-ticket-id', '398');
      for (const body of front.querySelectorAll('.zd-comment')) body.textContent = 'Of another ticket.';
    };
    expect(await readWhile(document, 3, handOver)).toMatchObject(NONE);
  });

  it('reads a thread anew that was made anew meanwhile', async () => {
    const { document, pane } = twoPanes();
    const remake = () => {
      const thread = pane('412').querySelector('[data-test-id="omni-log-container"]')!;
      const next = thread.cloneNode(true) as Element;
      next.querySelector('.zd-comment')!.textContent = 'Where is my money?';
      thread.replaceWith(next);
    };
    expect((await readWhile(document, 3, remake)).texts).toEqual(['Where is my money?', ...OWN.slice(1)]);
  });

  const signs: [what: string, mark: (pane: Element, document: Document) => void, own: boolean][] = [
    ['its test id names another ticket', (pane) => pane.setAttribute('data-test-id', 'ticket-398-custom-layout'), false],
    ['its test id names this ticket', (pane) => pane.setAttribute('data-test-id', 'ticket-412-custom-layout'), true],
    [
      'the tab that is selected is of another ticket',
      (pane, document) => {
        pane.removeAttribute('data-test-id');
        document.body.insertAdjacentHTML('afterbegin', '<a data-test-id="header-tab" aria-current="page" data-entity-id="398">Other</a>');
      },
      false,
    ],
    ['nothing says whose it is', (pane) => pane.removeAttribute('data-test-id'), true],
  ];
  it.each(signs)('a pane that bears no ticket’s id, and %s', async (_, mark, own) => {
    const { document, pane } = twoPanes();
    const front = pane('412');
    front.removeAttribute('data-ticket-id');
    mark(front, document);
    expect((await readWhile(document, 0, () => {})).texts).toEqual(own ? OWN : []);
  });
});
