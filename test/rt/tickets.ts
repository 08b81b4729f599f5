/** Tickets with what is hard to bring into a helpdesk unchanged: other writings, long subjects, one customer twice, an agent that begins. */
import type { WorldCall, WorldMessage, WorldTicket } from '../world/ticket.ts';

const message = (role: WorldMessage['role'], name: string, minutesAgo: number, text: string, visibility: WorldMessage['visibility'] = 'public') => ({
  role,
  name,
  minutesAgo,
  text,
  visibility,
});

const tools = [{ name: 'search_kb', description: 'Search the knowledge base.' }, { name: 'issue_refund' }];

const call = (name: string, minutesAgo: number, number: number): WorldCall => ({ name, minutesAgo, arguments: { number }, result: { ok: true } });

const expected = { claims: [], ticket: [] };

const BOT = 'Harbor Assist';

export const tickets: WorldTicket[] = [
  {
    id: 'refund',
    name: 'refund',
    subject: 'Zweimal berechnet – Rechnung für März, und noch ein Wort, damit der Betreff nicht in eine Zeile passt 😀',
    requester: 'Zoë Ruíz-Ångström',
    status: 'solved',
    messages: [
      message('end-user', 'Zoë Ruíz-Ångström', 90, 'Guten Tag,\n\n  bitte prüfen: 48,00 €.\n\n> "zitiert" <b>nicht fett</b>\n-- \nZoë 😀\n'),
      message('bot', BOT, 80, 'Hello Zoë — let me look.\n\n1. one\n2. two & three <script>alert(1)</script>'),
      message('bot', BOT, 70, 'Searched, nothing to hide here.', 'internal'),
      message('agent', 'Sam Ortiz', 65, 'I know this customer.', 'internal'),
      message('end-user', 'Zoë Ruíz-Ångström', 60, 'Danke!'),
      message('bot', BOT, 50, 'I have refunded $48.00 to your card.'),
    ],
    run: { tools, calls: [call('search_kb', 85, 1), call('search_kb', 75, 2), call('issue_refund', 50, 3), call('issue_refund', 40, 4)] },
    expected,
  },
  {
    id: 'begins-with-the-agent',
    name: 'begins with the agent',
    subject: 'Your trial ends',
    requester: '山田 太郎',
    status: 'open',
    messages: [
      message('bot', BOT, 30, 'Your trial ends tomorrow. Shall I cancel it?'),
      message('end-user', '山田 太郎', 20, 'はい、お願いします。'),
      message('agent', 'Sam Ortiz', 10, 'Cancelled in the billing console.'),
    ],
    run: { tools, calls: [] },
    expected,
  },
  {
    id: 'same-customer',
    name: 'same customer',
    subject: '[support.harborworks.test] No ticket number here',
    requester: 'Zoë Ruíz-Ångström',
    status: 'open',
    messages: [message('end-user', 'Zoë Ruíz-Ångström', 30, 'Another question.'), message('bot', BOT, 20, 'Gladly.')],
    run: { tools, calls: [call('search_kb', 25, 1)] },
    expected,
  },
];
