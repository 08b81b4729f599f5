/** What Request Tracker's API is asked, and what its answers are taken for. The answers have the shapes of a real one. */
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { authorOf } from '../../../lib/helpdesks/request-tracker/author.ts';
import { isRepeated, said } from '../../../lib/helpdesks/request-tracker/quoted.ts';
import { type Entry, type Known, readKnown } from '../../../lib/helpdesks/request-tracker/rest.ts';
import { statusKnown } from '../../../lib/helpdesks/request-tracker/status.ts';
import type { Item } from '../../../lib/helpdesks/request-tracker/transaction.ts';
import { requestTracker } from '../../../lib/helpdesks/request-tracker.ts';
import { knownAuthor } from '../../../lib/settings-lookup.ts';

const pause = async () => {};

describe('readKnown', () => {
  /** A history of `total` rows, of which the reader may see those that `sees` lets through. */
  function server(total: number, sees: (row: number) => boolean = () => true) {
    const asked: string[] = [];
    const get = async (path: string) => {
      asked.push(path);
      const page = Number(/&page=(\d+)/.exec(path)?.[1]);
      if (!page) return { status: 404, body: null };
      const rows = Array.from({ length: 100 }, (_, i) => (page - 1) * 100 + i + 1).filter((row) => row <= total && sees(row));
      const items = rows.map((row) => ({
        id: String(row),
        Type: 'Comment',
        Created: '2026-10-01T09:00:00Z',
        ObjectId: '4',
        Creator: { Name: 'dana' },
      }));
      return { status: 200, body: { items, count: items.length, page, per_page: 100, pages: null, total: null } };
    };
    return { get, pages: () => asked.filter((path) => path.includes('/history')).length };
  }

  it.each([
    ['a short answer that reaches the newest message of the page is the last', 60, 60, () => true, 1, 60],
    ['a full one is not', 100, 100, () => true, 2, 100],
    ['a short answer that does not reach it hides rows: the next is asked for', 250, 250, (row: number) => row % 3 !== 0, 3, 167],
    ['one that tells of newer messages may be followed by more', 250, 50, (row: number) => row % 3 !== 0, 4, 167],
    ['where the page shows nothing, an empty answer is the last', 60, 0, () => true, 2, 60],
  ] as const)('%s', async (_, total, newest, sees, pages, rows) => {
    const { get, pages: asked } = server(total, sees);
    const { entries } = await readKnown(get, '', '4', newest);
    expect([asked(), entries?.length]).toEqual([pages, rows]);
  });
  it('asks below the path that RT is installed under, and for logins as parts of a path', async () => {
    const asked: string[] = [];
    await readKnown(
      async (path) => {
        asked.push(path);
        const items = [{ id: '1', Type: 'Create', Creator: { Name: 'ida/o?@customers.test' } }];
        return { status: 200, body: path.includes('/history') ? { items } : { id: 4 } };
      },
      '/support/rt',
      '4',
      1,
    );
    expect(asked.every((path) => path.startsWith('/support/rt/REST/2.0/'))).toBe(true);
    expect(asked).toContain('/support/rt/REST/2.0/user/ida%2Fo%3F%40customers.test');
  });
  it('an API that refuses, or answers something else, is not there', async () => {
    for (const answer of [
      { status: 403, body: null },
      { status: 0, body: null },
      { status: 200, body: '<html>' },
      { status: 200, body: { items: 'none' } },
    ]) {
      const { ticket, entries } = await readKnown(async () => answer, '', '4', 1);
      expect([ticket, entries]).toEqual([null, null]);
    }
  });
});

describe('authorOf', () => {
  const item = { name: 'Ava', userId: '28' } as Item;
  const by = (login: string, realName: string) => ({ by: { login, realName } }) as Entry;
  const known = (privileged: [string, boolean][]): Known => ({ ticket: null, entries: null, privileged: new Map(privileged) });
  const desk = { helpdesk: 'request-tracker', url: 'https://rt.acme.example', log: 'main', policy: 'main', people: [], others: 'ask' as const };
  const kindOf = (author: ReturnType<typeof authorOf>, agents: string[]) => knownAuthor(author, { ...desk, agents }).kind;

  it('the team names its agent by real name or by login', () => {
    const ava = authorOf(item, by('ava-agent', 'Ava (AI agent)'), false, known([['ava-agent', true]]));
    expect(ava).toEqual({ kind: 'unknown', name: 'Ava (AI agent)', id: 'ava-agent' });
    expect([kindOf(ava, ['Ava (AI agent)']), kindOf(ava, ['ava-agent'])]).toEqual(['ai-agent', 'ai-agent']);
  });
  it('a stranger who calls themselves like the agent is not it', () => {
    const stranger = authorOf(item, by('x@elsewhere.test', 'Ava (AI agent)'), false, known([['x@elsewhere.test', false]]));
    expect(stranger.name).toBe('Ava (AI agent) <x@elsewhere.test>');
    expect(kindOf(stranger, ['Ava (AI agent)'])).toBe('unknown');
  });
  it('nor where RT does not say who is of the team', () => {
    expect(kindOf(authorOf(item, by('x@elsewhere.test', 'Ava (AI agent)'), false, known([])), ['Ava (AI agent)'])).toBe('unknown');
  });
  it('a requestor is a customer, unless of the team', () => {
    expect(authorOf(item, by('ida@customers.test', 'Ida'), true, known([['ida@customers.test', false]])).kind).toBe('customer');
    expect(authorOf(item, by('dana', 'Dana'), true, known([['dana', true]])).kind).toBe('unknown');
  });
  it('RT itself is the system', () => {
    expect(authorOf(item, by('RT_System', 'The RT System itself'), false, known([])).kind).toBe('system');
    expect(authorOf({ ...item, userId: '1' }, null, false, known([])).kind).toBe('system');
  });
});

describe('statusKnown', () => {
  const second = (n: number) => Date.parse('2026-10-01T09:00:00Z') + n * 1000;
  const change = (at: number): Entry => ({ id: '1', type: 'Status', at: second(at), ticketId: '4', by: { login: 'dana', realName: '' } });
  const known = (status: string, resolved: number, changes: number[]): Known => ({
    ticket: { id: '4', subject: '', status, resolved: Number.isNaN(resolved) ? resolved : second(resolved), watchers: new Set() },
    entries: changes.map(change),
    privileged: new Map(),
  });
  it.each([
    ['a word that is known', known('stalled', 5, [5]), 'open'],
    ['an own word that was never stamped', known('paid', Number.NaN, [5]), 'open'],
    ['an own word that was stamped with the last change', known('shipped', 60, [5, 60]), 'closed'],
    ['a stamp that is a second older than its change', known('shipped', 60, [5, 61]), 'closed'],
    ['a reply a second before the end', known('shipped', 60, [59, 60]), 'closed'],
    ['a change that came later', known('paid', 60, [5, 60, 90]), 'open'],
    ['a ticket that was opened as ended', known('shipped', 0, []), 'closed'],
    ['an end and another change in the same second', known('paid', 60, [60, 60]), 'unknown'],
  ])('%s', (_, one, status) => {
    expect(statusKnown(one)).toBe(status);
  });
});

describe('isRepeated', () => {
  const fold = (html: string): Element => {
    const window = new Window();
    window.document.write(`<div id="fold">${html}</div>`);
    return window.document.querySelector('#fold') as unknown as Element;
  };
  const thread = said(['Please change my address to\n12 High Street.', 'On Monday, Dee wrote:\nDone.']);
  it.each([
    ['a plain quote', '&gt; Please change my address to<br>&gt; 12 High Street.<br>', true],
    ['a quote whose lines were broken anew', '&gt; Please change my<br>&gt; address to 12<br>&gt; High Street.', true],
    ['a quote of a quote', '&gt; On Monday, Dee wrote:<br><div>&gt;&gt; 12 High Street.</div>&gt; Done.', true],
    ['a quote in HTML', '<blockquote>Please change <b>my</b> address</blockquote>', true],
    ['words of its own', '--- Summary ---<br>- Refunded $10', false],
    ['a quote with a word of its own', '&gt; 12 High Street.<br>Refunded $10', false],
  ])('%s', async (_, html, repeated) => {
    expect(await isRepeated(fold(html), thread, pause)).toBe(repeated);
  });
});

describe('read', () => {
  it('takes a rest before every message', async () => {
    const window = new Window({ url: 'https://rt.acme.example/Ticket/Display.html?id=4' });
    const transaction = (id: number) =>
      `<div class="transaction message" data-transaction-id="${id}"><div class="content"><div class="messagebody"><div class="message-stanza">Hi</div></div></div></div>`;
    window.document.write(`<div class="history ticket" id="ticket-4-history">${Array.from({ length: 50 }, (_, i) => transaction(i)).join('')}</div>`);
    let rests = 0;
    const rest = async () => {
      rests += 1;
    };
    const document = window.document as unknown as Document;
    const { page } = await requestTracker.read(
      document,
      { helpdesk: 'request-tracker', host: 'rt.acme.example', id: '4' },
      { get: async () => ({ status: 404, body: null }), pause: rest },
    );
    expect([page.messages.length, rests]).toEqual([50, 50]);
  });
});
