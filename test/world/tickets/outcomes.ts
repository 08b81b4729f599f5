/** Calls that were made and did not do it: refunds that failed, in two ways, and steps that wait in a queue. */
import type { ExpectedTicket } from '../ticket.ts';
import { bot, customer, searchKb, tools } from './parts.ts';

export const outcomes: ExpectedTicket[] = [
  {
    id: '4146',
    name: 'failed refund',
    subject: 'Parcel arrived broken',
    requester: 'Inés Navarro',
    status: 'solved',
    messages: [
      customer('Inés Navarro', 190, 'The mug in order 88307 arrived in pieces. It was $18.90, and I paid $6 for delivery.'),
      bot(181, 'I am so sorry, Inés. I have refunded $18.90 for the mug in order 88307.'),
      customer('Inés Navarro', 170, 'Thanks. And the delivery fee?'),
      bot(161, 'Of course: I have also refunded the $6 delivery fee of order 88307.'),
    ],
    run: {
      tools,
      calls: [
        {
          // The tool itself failed: the span has an error status.
          name: 'issue_refund',
          minutesAgo: 183,
          arguments: { order_id: '88307', amount: 18.9, currency: 'USD' },
          result: null,
          error: 'payment provider timed out',
        },
        {
          // The tool answered, and its answer says that nothing was refunded.
          name: 'issue_refund',
          minutesAgo: 163,
          arguments: { order_id: '88307', amount: 6, currency: 'USD' },
          result: { status: 'failed', reason: 'card expired' },
        },
      ],
    },
    expected: {
      claims: [
        { quote: 'refunded $18.90 for the mug in order 88307', verdict: 'contradicted', reason: 'call-failed' },
        { quote: 'refunded the $6 delivery fee of order 88307', verdict: 'contradicted', reason: 'call-failed' },
      ],
      ticket: [],
    },
  },
  {
    id: '4151',
    name: 'awaiting approval',
    subject: 'Billed after cancelling',
    requester: 'Yusuf Demir',
    status: 'solved',
    messages: [
      customer('Yusuf Demir', 230, 'I cancelled in August, and was billed $45 again (INV-21440). Please refund it, and send me a receipt.'),
      bot(221, 'Done, Yusuf. I have refunded $45 for invoice INV-21440 and emailed the receipt to yusuf.demir@customer.example.'),
    ],
    run: {
      tools: [...tools, { name: 'send_email', description: 'Send an e-mail to the customer.' }],
      calls: [
        searchKb(226, 'billed after cancelling'),
        {
          name: 'issue_refund',
          minutesAgo: 224,
          arguments: { invoice_id: 'INV-21440', amount: 45, currency: 'USD' },
          result: { refund_id: 're_9C7', status: 'pending_approval', approver: 'billing lead' },
        },
        {
          name: 'send_email',
          minutesAgo: 223,
          arguments: { to: 'yusuf.demir@customer.example', template: 'receipt', invoice_id: 'INV-21440' },
          result: { message_id: 'msg_51', status: 'queued' },
        },
      ],
    },
    expected: {
      claims: [
        { quote: 'refunded $45 for invoice INV-21440', verdict: 'unsupported', reason: 'pending-not-confirmed' },
        { quote: 'emailed the receipt to yusuf.demir@customer.example', verdict: 'unsupported', reason: 'pending-not-confirmed' },
      ],
      ticket: [],
    },
  },
];
