/** A real Request Tracker 5 as the try-out world's helpdesk: new, on this machine only, with the world's tickets in it. */
import type { BrowserContext } from '@playwright/test';
import type { WorldHelpdesk } from '../helpdesk.ts';
import type { WorldMessage, WorldTicket } from '../ticket.ts';
import { installRequestTracker } from './install.ts';
import { startInstance } from './instance.ts';
import { peopleOf } from './people.ts';
import { byPassword, byToken, historyOf, type Rest, restOf, type Transaction } from './rest.ts';
import { type Doors, type RecordRun, seed, write } from './seed.ts';

export interface RequestTrackerOptions {
  tickets: WorldTicket[];
  record: RecordRun;
  say(line: string): void;
}

export interface RequestTracker extends WorldHelpdesk {
  /** Where its data, its log and the mail that it sent are, until it is closed. */
  folder: string;
  /** Who logs in in the browser. */
  reviewer: { login: string; realName: string; password: string };
  /** As root, for whatever a test wants to do or know. */
  root: Rest;
  /** Everything that happened on a ticket, oldest first. */
  history(ticket: WorldTicket): Promise<Transaction[]>;
  /** Adds a message, of a customer or of somebody who has an account because a ticket has a message of theirs, or of the reviewer. */
  write(ticket: WorldTicket, message: WorldMessage): Promise<void>;
}

const timesResolved = (history: Transaction[]) => history.filter(({ type, newValue }) => type === 'Status' && newValue === 'resolved').length;

/** @throws CannotStart where it cannot be installed or started, in words for the person who asked for it. */
export async function startRequestTracker({ tickets, record, say }: RequestTrackerOptions): Promise<RequestTracker> {
  installRequestTracker(say);
  say('Helpdesk        starting a new Request Tracker ...');
  const people = peopleOf(tickets);
  const instance = await startInstance(people.staff);
  const { url, folder } = instance;
  const root = restOf(url, byPassword('root', instance.rootPassword));
  const doors: Doors = {
    url,
    people,
    root,
    as: ({ login, password }) => restOf(url, password ? byPassword(login, password) : byToken(instance.tokens[login] ?? '')),
  };
  const { login, password, realName } = people.reviewer;
  try {
    const { Version: version } = await root.get<{ Version: string }>('rt');
    say(`Helpdesk        Request Tracker ${version} on ${url}, log in as ${login} with ${password}`);
    const messages = tickets.flatMap((ticket) => ticket.messages).length;
    say(
      `Tickets         ${tickets.length} with ${messages} messages come in by mail and REST, each call recorded before the reply that follows it ...`,
    );
    const ids = await seed(doors, tickets, record);
    const idOf = (ticket: WorldTicket): string => {
      const id = ids[tickets.findIndex((one) => one.id === ticket.id)];
      if (!id) throw new Error(`Request Tracker holds no ticket ${ticket.id}`);
      return id;
    };
    const history = (ticket: WorldTicket) => historyOf(root, idOf(ticket));
    return {
      id: 'request-tracker',
      addresses: [url],
      resolverRule: '',
      spki: '',
      folder,
      reviewer: { login, realName, password },
      root,
      url: (ticket) => `${url}/Ticket/Display.html?id=${idOf(ticket)}`,
      idOf,
      logIn: (context) => logIn(context, url, login, password),
      history,
      // The tickets that came solved were resolved once by whoever wrote them.
      solved: async (ticket) => timesResolved(await history(ticket)) - (ticket.status === 'solved' ? 1 : 0),
      write: (ticket, message) => write(doors, ticket, idOf(ticket), message),
      close: instance.close,
    };
  } catch (error) {
    await instance.close();
    throw error;
  }
}

async function logIn(context: BrowserContext, url: string, login: string, password: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('input[name=user]').fill(login);
  await page.locator('input[name=pass]').fill(password);
  await page.locator('form#login [type=submit]').click();
  await page.locator('#li-preferences').waitFor({ state: 'attached' });
  await page.close();
}
