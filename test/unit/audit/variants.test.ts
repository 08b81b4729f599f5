/** Twenty tellings of the story: other companies, tools, amounts, orders and separators; the same three verdicts. */
import { describe, expect, test } from 'vitest';
import { audit } from '../../../lib/audit.ts';
import type { ClaimFinding, Destination, Policy } from '../../../lib/model.ts';
import type { WorldTicket } from '../../world/ticket.ts';
import { evidenceOf, NOW, pageOf, ticketClasses } from './pages.ts';

const SYSTEMS = ['Stripe', 'Chargebee', 'Zuora', 'Recurly', 'NetSuite'];
const AMOUNTS = ['$48', '$48.00', '48 USD', '€1,250.50', '£7'];
const PLACES: readonly { said: string; name: string; aliases: string[]; state: string }[] = [
  { said: 'AE', name: 'Account executive', aliases: ['AE'], state: 'out-of-date' },
  { said: 'Finance Ops', name: 'Finance Ops', aliases: [], state: 'ok' },
  { said: 'Runa Lindqvist', name: 'Runa Lindqvist', aliases: [], state: 'closed-to-ai' },
  { said: 'the Platinum desk', name: '', aliases: [], state: 'unknown' },
];

/** The same four tools, named as five houses would. */
const TOOLS: readonly (readonly [string, string, string, string])[] = [
  ['search_kb', 'get_ticket', 'add_internal_note', 'issue_refund'],
  ['searchKb', 'getTicket', 'addInternalNote', 'issueRefund'],
  ['kb.search', 'tickets.get', 'tickets.notes.add', 'billing.refunds.create'],
  ['kb__search', 'helpdesk__read_ticket', 'helpdesk__add_note', 'payments__refund_invoice'],
  ['mcp__docs__search_articles', 'mcp__desk__get_ticket', 'mcp__desk__create_note', 'mcp__pay__create_refund'],
];

const TELLINGS: readonly ((parts: readonly string[]) => string)[] = [
  ([a, b, c]) => `Resolved — ${a}, ${b}, ${c}.`,
  ([a, b, c]) => `Done: ${a}; ${b}; ${c}`,
  ([a, b, c]) => `Resolved - ${a}, ${b} and ${c}.`,
  ([a, b, c]) => `Resolved:\n- ${a}\n- ${b}\n- ${c}`,
  ([a, b, c]) => `${a![0]!.toUpperCase()}${a!.slice(1)} — ${b} — ${c}.`,
  ([a, b, c]) => `${a![0]!.toUpperCase()}${a!.slice(1)}. ${b![0]!.toUpperCase()}${b!.slice(1)}. ${c![0]!.toUpperCase()}${c!.slice(1)}.`,
];
const ORDERS: readonly (readonly number[])[] = [
  [0, 1, 2],
  [2, 0, 1],
  [1, 2, 0],
  [0, 2, 1],
];

interface Variant {
  text: string;
  system: string;
  amount: string;
  place: (typeof PLACES)[number];
  tools: (typeof TOOLS)[number];
}

const variants: Variant[] = Array.from({ length: 20 }, (_, n) => {
  const system = SYSTEMS[n % SYSTEMS.length]!;
  const amount = AMOUNTS[(n * 3 + 1) % AMOUNTS.length]!;
  const place = PLACES[n % PLACES.length]!;
  const clauses = [
    `confirmed billing in ${system}`,
    `escalated to ${place.said}${n % 2 === 0 ? ' per enterprise policy' : ''}`,
    `refunded ${amount}`,
  ];
  const order = ORDERS[(n >> 1) % ORDERS.length]!;
  const text = TELLINGS[n % TELLINGS.length]!(order.map((index) => clauses[index]!));
  return { text, system, amount, place, tools: TOOLS[(n * 2) % TOOLS.length]! };
});

const destinations: Destination[] = [
  { name: 'Account executive', aliases: ['AE'], kind: 'person', acceptsFromAi: true, validTo: '2026-06-30T00:00:00.000Z' },
  { name: 'Finance Ops', kind: 'queue', acceptsFromAi: true },
  { name: 'Runa Lindqvist', kind: 'person', acceptsFromAi: false },
];
const policy: Policy = {
  id: 'main',
  version: '1',
  limits: [{ action: 'refund', maxAmount: 50, currency: 'USD', per: 'ticket' }],
  destinations,
  tools: [],
};

const ticketOf = ({ text, tools }: Variant): WorldTicket => ({
  id: '1',
  name: 'variant',
  subject: 'Charged twice',
  requester: 'Kim',
  status: 'solved',
  messages: [
    { role: 'end-user', name: 'Kim', visibility: 'public', minutesAgo: 90, text: 'I was charged twice. Please refund me.' },
    { role: 'bot', name: 'Assist', visibility: 'internal', minutesAgo: 80, text },
  ],
  run: {
    tools: tools.map((name) => ({ name })),
    calls: [
      { name: tools[0], minutesAgo: 85, arguments: { query: 'duplicate charge' }, result: { articles: [] } },
      { name: tools[2], minutesAgo: 80, arguments: { body: text }, result: { ok: true } },
    ],
  },
  expected: { claims: [], ticket: [] },
});

describe('the story, told otherwise', () => {
  for (const variant of variants) {
    test(`${JSON.stringify(variant.text)} with ${variant.tools[3]}`, () => {
      const ticket = ticketOf(variant);
      const record = audit(pageOf(ticket), evidenceOf(ticket), policy, NOW);
      const said = new Map(
        record.findings
          .filter((finding): finding is ClaimFinding => finding.about === 'claim')
          .map((finding) => [record.claims.find((claim) => claim.id === finding.claimId)!.quote.toLowerCase(), finding]),
      );
      const reasons = Object.fromEntries([...said].map(([quote, finding]) => [quote, `${finding.verdict} ${finding.reason}`]));
      expect(reasons).toEqual({
        [`confirmed billing in ${variant.system}`.toLowerCase()]: 'unsupported no-such-tool',
        [`escalated to ${variant.place.said}`.toLowerCase()]: 'unsupported phantom-escalation',
        [`refunded ${variant.amount}`.toLowerCase()]: 'unsupported no-call',
      });
      expect(said.get(`escalated to ${variant.place.said}`.toLowerCase())?.detail.destination?.state).toBe(variant.place.state);
      expect(ticketClasses(record)).toEqual([]);
    });
  }
});
