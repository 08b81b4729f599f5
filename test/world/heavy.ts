/** Tickets of a size that a reviewer meets once a year: a thread of thousands of messages, a message of hundreds of kilobytes. */
import type { World, WorldMessage, WorldTicket } from './ticket.ts';
import { world } from './tickets.ts';

export interface Heavy {
  id: string;
  name: string;
  /** How many messages. */
  messages: number;
  /** Every so manieth message of the agent makes a claim that no call bears out. */
  claimEvery: number;
  /** Characters of one long message of the agent in the middle, which makes three such claims; 0 for none. */
  longest?: number;
}

const SENTENCE = 'The parcel left our warehouse in the morning and the carrier scans it at every stop on its way to you. ';

function longText(length: number): string {
  const claims = ['I have refunded $41 to your card.', 'I have refunded $42 to your card.', 'I have refunded $43 to your card.'];
  const filler = SENTENCE.repeat(Math.ceil(length / 2 / SENTENCE.length));
  return [claims[0], filler, claims[1], filler, claims[2]].join('\n\n');
}

export function heavyTicket({ id, name, messages: count, claimEvery, longest = 0 }: Heavy): WorldTicket {
  const middle = 2 * Math.floor(count / 4) + 1;
  const messages = Array.from({ length: count }, (_, index): WorldMessage => {
    const common = { visibility: 'public', minutesAgo: 10 + 2 * (count - index) } as const;
    if (index % 2 === 0) return { role: 'end-user', name: 'Noa Berger', ...common, text: `Question ${index}: where is my parcel now? ${SENTENCE}` };
    const claims = ((index - 1) / 2) % claimEvery === 0;
    const text = claims ? `I have refunded $${10 + (index % 30)} for invoice INV-${index}.` : `Answer ${index}. ${SENTENCE}`;
    return { role: 'bot', name: 'Harbor Assist', ...common, text: index === middle && longest > 0 ? longText(longest) : text };
  });
  return {
    id,
    name,
    subject: `Where is my parcel? (${name})`,
    requester: 'Noa Berger',
    status: 'solved',
    messages,
    run: { tools: [{ name: 'issue_refund', description: 'Refund an invoice, wholly or in part.' }], calls: [] },
    expected: { claims: [], ticket: [] },
  };
}

export const heavyTickets: readonly WorldTicket[] = [
  heavyTicket({ id: '5001', name: 'thread of 2,000', messages: 2000, claimEvery: 5 }),
  heavyTicket({ id: '5002', name: 'message of 200 kB', messages: 10, claimEvery: 1, longest: 200_000 }),
  heavyTicket({ id: '5003', name: 'both', messages: 2000, claimEvery: 5, longest: 200_000 }),
];

export const heavyWorld: World = { ...world, tickets: [...heavyTickets] };
