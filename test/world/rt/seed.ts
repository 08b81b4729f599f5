/** Tickets come into Request Tracker through its own doors: customers by mail, the staff and the AI agent by REST. */
import { inOrder, type LiveRun } from '../live-run.ts';
import type { WorldMessage, WorldTicket } from '../ticket.ts';
import { deliver } from './mail.ts';
import type { Account, People } from './people.ts';
import type { Rest } from './rest.ts';

export interface Doors {
  url: string;
  people: People;
  root: Rest;
  as(account: Account): Rest;
}

/** Starts sending the agent's run on the ticket to which Request Tracker gave this id. */
export type RecordRun = (ticket: WorldTicket, id: string) => LiveRun;

/** More do not make it faster: the database has one writer at a time. */
const AT_ONCE = 3;

/** Gives Request Tracker's id of each ticket, in the tickets' order: the first one has the lowest. */
export async function seed(doors: Doors, tickets: WorldTicket[], record: RecordRun): Promise<string[]> {
  const ids: string[] = [];
  const waiting = [...tickets];
  let opened = Promise.resolve('');
  async function work(): Promise<void> {
    for (let ticket = waiting.shift(); ticket; ticket = waiting.shift()) {
      const next = ticket;
      opened = opened.then(() => openTicket(doors, next));
      const id = await opened;
      ids[tickets.indexOf(ticket)] = id;
      await converse(doors, ticket, id, record(ticket, id));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return ids;
}

/** With the customer's first mail; a ticket that does not begin with one is opened for the customer, and is still empty. */
async function openTicket({ url, people, root, as }: Doors, ticket: WorldTicket): Promise<string> {
  const [first] = inOrder(ticket.messages);
  if (!first) throw new Error(`Ticket ${ticket.id} has no message.`);
  const address = people.addressOf(first.role === 'end-user' ? first.name : ticket.requester);
  if (first.role !== 'end-user') {
    const asked = { Queue: 'Support', Subject: ticket.subject, Requestor: `"${ticket.requester}" <${address}>` };
    return String((await as(people.accountOf(first)).post<{ id: number | string }>('ticket', asked)).id);
  }
  await deliver(url, { from: { name: first.name, address }, subject: ticket.subject, text: first.text });
  const query = encodeURIComponent(`Requestor.EmailAddress = '${address}'`);
  const { items } = await root.get<{ items: { id: string }[] }>(`tickets?query=${query}&orderby=id&order=DESC&per_page=1`);
  if (!items[0]) throw new Error(`The mail "${ticket.subject}" of ${address} made no ticket.`);
  return items[0].id;
}

/** All messages of an open ticket but the mail that opened it, and its status at last. */
async function converse(doors: Doors, ticket: WorldTicket, id: string, run: LiveRun): Promise<void> {
  const messages = inOrder(ticket.messages);
  const agent = messages.find(({ role }) => role === 'bot');
  if (agent) {
    const { login } = doors.people.accountOf(agent);
    await doors.as(doors.people.accountOf(agent)).put(`ticket/${id}`, { Owner: login });
  }
  for (const message of messages[0]?.role === 'end-user' ? messages.slice(1) : messages) {
    if (message.role === 'bot') await run.before(message);
    await write(doors, ticket, id, message);
  }
  await run.end();
  const closer = messages.findLast(({ role }) => role !== 'end-user');
  await setStatus(closer ? doors.as(doors.people.accountOf(closer)) : doors.root, id, ticket.status === 'solved' ? 'resolved' : 'open');
}

/** Posts one message through the door of who wrote it. */
export async function write({ url, people, as }: Doors, ticket: WorldTicket, id: string, message: WorldMessage): Promise<void> {
  const { role, name, visibility, text } = message;
  if (role !== 'end-user') {
    const kind = visibility === 'public' ? 'correspond' : 'comment';
    await as(people.accountOf(message)).post(`ticket/${id}/${kind}`, { ContentType: 'text/plain', Content: text });
    return;
  }
  if (visibility !== 'public') throw new Error(`Ticket ${ticket.id}: a customer's mail is public.`);
  await deliver(url, {
    from: { name, address: people.addressOf(name) },
    subject: `[support.harborworks.test #${id}] Re: ${ticket.subject}`,
    text,
  });
}

/** Request Tracker answers with words only, whether it did so or not: its status is read again. */
async function setStatus(rest: Rest, id: string, wanted: 'open' | 'resolved'): Promise<void> {
  const status = async () => (await rest.get<{ Status: string }>(`ticket/${id}`)).Status;
  if ((await status()) === wanted) return;
  const words = await rest.put(`ticket/${id}`, { Status: wanted });
  if ((await status()) !== wanted) throw new Error(`Ticket ${id} did not become ${wanted}: ${JSON.stringify(words)}`);
}
