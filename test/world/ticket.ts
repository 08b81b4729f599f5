/**
 * A ticket of the try-out world: one definition from which the helpdesk's page, the recorded run and the expected
 * findings are made. Times are minutes before "now", whole or in part, so that everything lies in the past.
 */
import type { Json, Policy, Reason, TicketClass, Verdict } from '../../lib/model.ts';

export interface WorldMessage {
  role: 'end-user' | 'agent' | 'bot';
  name: string;
  visibility: 'public' | 'internal';
  minutesAgo: number;
  text: string;
}

export interface WorldCall {
  name: string;
  minutesAgo: number;
  arguments: Json;
  result: Json;
  /** Set where the tool itself failed. */
  error?: string;
}

export interface WorldTicket {
  id: string;
  /** The company's account that holds it, where that is not the world's first. The log of another one does not run. */
  subdomain?: string;
  /** What it shows, in a few words, e.g. `story`. */
  name: string;
  subject: string;
  requester: string;
  status: 'open' | 'solved';
  messages: WorldMessage[];
  run: {
    tools: { name: string; description?: string }[];
    calls: WorldCall[];
  };
  /** Exactly what is found; absent where nobody wrote it down. */
  expected?: {
    claims: { quote: string; verdict: Verdict; reason: Reason }[];
    ticket: TicketClass[];
  };
}

/** The ticket that shows this. */
export function ticketNamed(tickets: readonly WorldTicket[], name: string): WorldTicket {
  const found = tickets.find((one) => one.name === name);
  if (!found) throw new Error(`there is no ticket "${name}"`);
  return found;
}

/** One whose findings are known. */
export type ExpectedTicket = WorldTicket & Required<Pick<WorldTicket, 'expected'>>;

export interface World {
  /** Of the company's first account, e.g. `acme` for acme.zendesk.com. */
  subdomain: string;
  tickets: WorldTicket[];
  policy: Policy;
  /** False: the account has no Conversation Log, so its helpdesk does not tell bots apart. */
  conversationLog?: boolean;
}
