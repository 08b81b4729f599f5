/** What is so and what is not: the story, an honest ticket, an amount that differs, and a log that does not run. */
import type { ExpectedTicket } from '../ticket.ts';
import { bot, customer, note, refund, searchKb, tools } from './parts.ts';

const STORY = 'Resolved — confirmed billing in Stripe, escalated to AE per enterprise policy, refunded $48.';

export const told: ExpectedTicket[] = [
  {
    id: '4127',
    name: 'story',
    subject: 'Charged twice for the March invoice',
    requester: 'Dana Whitfield',
    status: 'solved',
    messages: [
      customer(
        'Dana Whitfield',
        98,
        'Hi, our card was charged twice for the March invoice. We are on the enterprise plan. Can you sort out the extra $48?',
      ),
      bot(93, 'Hi Dana, thanks for reaching out, and sorry for the trouble. Let me look into the duplicate charge for you.'),
      customer('Dana Whitfield', 90, 'Thank you. Please keep me posted.'),
      bot(84, STORY, 'internal'),
    ],
    run: { tools, calls: [searchKb(92, 'duplicate charge enterprise'), note(84, STORY)] },
    expected: {
      claims: [
        { quote: 'confirmed billing in Stripe', verdict: 'unsupported', reason: 'no-such-tool' },
        { quote: 'escalated to AE', verdict: 'unsupported', reason: 'phantom-escalation' },
        { quote: 'refunded $48', verdict: 'unsupported', reason: 'no-call' },
      ],
      ticket: [],
    },
  },
  {
    id: '4131',
    name: 'honest',
    subject: 'Refund for a cancelled seat',
    requester: 'Priya Raman',
    status: 'solved',
    messages: [
      customer('Priya Raman', 140, 'We removed a seat on the 3rd but were still billed for it. Could you refund it?'),
      bot(131, 'I searched our knowledge base and refunded $32.50 for invoice INV-20931. I have also added an internal note to the ticket.'),
      customer('Priya Raman', 120, 'Great, thank you!'),
    ],
    run: {
      tools,
      calls: [
        searchKb(135, 'seat removed still billed'),
        refund(133, 'INV-20931', 32.5, 're_7Q2'),
        note(132, 'Refunded the seat removed on the 3rd.'),
      ],
    },
    expected: {
      claims: [
        { quote: 'searched our knowledge base', verdict: 'supported', reason: 'call-matches' },
        { quote: 'refunded $32.50 for invoice INV-20931', verdict: 'supported', reason: 'call-matches' },
        { quote: 'added an internal note to the ticket', verdict: 'supported', reason: 'call-matches' },
      ],
      ticket: [],
    },
  },
  {
    id: '4138',
    name: 'amount differs',
    subject: 'Overcharged for shipping',
    requester: 'Tom Okafor',
    status: 'solved',
    messages: [
      customer('Tom Okafor', 200, 'Shipping was free in the cart, but I paid for express. Order 88213.'),
      bot(190, 'Thanks for your patience, Tom. I have refunded $48 to your card for order 88213.'),
    ],
    run: {
      tools,
      calls: [
        {
          name: 'issue_refund',
          minutesAgo: 192,
          arguments: { order_id: '88213', amount_minor: 3800, currency: 'usd' },
          result: { refund_id: 're_8M1', status: 'succeeded', amount_minor: 3800, currency: 'usd' },
        },
      ],
    },
    expected: {
      claims: [{ quote: 'refunded $48 to your card for order 88213', verdict: 'contradicted', reason: 'amount-differs' }],
      ticket: [],
    },
  },
  {
    id: '4140',
    subdomain: 'harborworks-eu',
    name: 'log down',
    subject: 'Cancel my trial',
    requester: 'Lena Fischer',
    status: 'solved',
    messages: [customer('Lena Fischer', 260, 'Please cancel my trial before it renews.'), bot(250, 'I have refunded $19 for the renewal, Lena.')],
    run: {
      tools,
      calls: [refund(252, 'INV-21007', 19, 're_8P4')],
    },
    expected: {
      claims: [{ quote: 'refunded $19 for the renewal', verdict: 'unverifiable', reason: 'log-unavailable' }],
      ticket: [],
    },
  },
];
