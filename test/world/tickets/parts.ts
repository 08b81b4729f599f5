/** What the default tickets are put together from: the agent, its tools, and calls that most of them have. */
import type { WorldCall, WorldMessage } from '../ticket.ts';

export const tools = [
  { name: 'search_kb', description: 'Search the knowledge base for articles.' },
  { name: 'get_ticket', description: 'Read a ticket and its custom fields.' },
  { name: 'add_internal_note', description: 'Add an internal note to the ticket.' },
  { name: 'issue_refund', description: 'Refund an invoice, wholly or in part.' },
];

export const bot = (minutesAgo: number, text: string, visibility: WorldMessage['visibility'] = 'public'): WorldMessage => ({
  role: 'bot',
  name: 'Harbor Assist',
  visibility,
  minutesAgo,
  text,
});

export const customer = (name: string, minutesAgo: number, text: string): WorldMessage => ({
  role: 'end-user',
  name,
  visibility: 'public',
  minutesAgo,
  text,
});

export const searchKb = (minutesAgo: number, query: string): WorldCall => ({
  name: 'search_kb',
  minutesAgo,
  arguments: { query },
  result: { articles: [{ id: 'KB-118', title: 'Duplicate charges on annual plans' }] },
});

export const note = (minutesAgo: number, body: string): WorldCall => ({
  name: 'add_internal_note',
  minutesAgo,
  arguments: { body },
  result: { ok: true },
});

/** A refund that went through. */
export const refund = (minutesAgo: number, invoice: string, amount: number, id: string): WorldCall => ({
  name: 'issue_refund',
  minutesAgo,
  arguments: { invoice_id: invoice, amount, currency: 'USD' },
  result: { refund_id: id, status: 'succeeded', amount, currency: 'USD' },
});
