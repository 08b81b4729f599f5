/** What the try-out world asks of a helpdesk: served by us in the shape of a product, or the product itself. */
import type { BrowserContext, Page } from '@playwright/test';
import type { TicketRef } from '../../lib/model.ts';
import type { LiveRun } from './live-run.ts';
import type { World, WorldTicket } from './ticket.ts';

export interface WorldHelpdesk {
  /** id of the helpdesk module that reads it, e.g. `zendesk`. */
  id: string;
  /** Where it is, as a team writes it in its settings: one address an account, the first one the company's main account. */
  addresses: string[];
  /** For `--host-resolver-rules`; empty where its hosts need no mapping. */
  resolverRule: string;
  /** For `--ignore-certificate-errors-spki-list`; empty where it is not served by https. */
  spki: string;
  /** The page of one ticket. */
  url(ticket: WorldTicket): string;
  /** The helpdesk's own id of a ticket: products number their tickets themselves. */
  idOf(ticket: WorldTicket): string;
  /** Logs the reviewer in, where the product asks for it. */
  logIn(context: BrowserContext): Promise<void>;
  /** Loads the whole of a ticket's thread, where the product shows only its newest messages at first. */
  showAll?(page: Page): Promise<void>;
  /** How often the helpdesk was really told to solve this ticket. */
  solved(ticket: WorldTicket): Promise<number>;
  close(): Promise<void>;
}

export interface HelpdeskOptions {
  world: World;
  /** "Now", from which all times of the tickets are counted back. */
  now: Date;
  /**
   * Writes a ticket's run to the log, under the name that the team's settings give to the helpdesk's ticket. To be called once for each
   * ticket, as soon as its id is known and before the agent's first reply stands there: an agent's log is flushed before it answers.
   */
  record(ticket: WorldTicket, ref: TicketRef): Promise<void>;
  /** The same for a helpdesk that stamps its own times: the run is sent as it happens. `id`: the helpdesk's own of the ticket. */
  follow(ticket: WorldTicket, id: string): LiveRun;
  say(line: string): void;
}

/** Starts the helpdesk with the world's tickets in it. */
export type StartHelpdesk = (options: HelpdeskOptions) => Promise<WorldHelpdesk>;
