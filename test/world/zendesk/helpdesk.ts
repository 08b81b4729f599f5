/** The helpdesk in Zendesk's shape, as the world asks for one: it takes the tickets' own numbers, and knows its reviewer. */
import type { TicketRef } from '../../../lib/model.ts';
import type { StartHelpdesk } from '../helpdesk.ts';
import type { WorldTicket } from '../ticket.ts';
import { startZendesk } from './server.ts';

export const startZendeskHelpdesk: StartHelpdesk = async ({ world, now, record, say }) => {
  const hostOf = (ticket: WorldTicket): string => `${ticket.subdomain ?? world.subdomain}.zendesk.com`;
  const refOf = (ticket: WorldTicket): TicketRef => ({ helpdesk: 'zendesk', host: hostOf(ticket), id: ticket.id });
  for (const ticket of world.tickets) await record(ticket, refOf(ticket));
  const zendesk = await startZendesk({ world, now });
  const hosts = [...new Set([`${world.subdomain}.zendesk.com`, ...world.tickets.map(hostOf)])];
  say(`Helpdesk        https://${hosts[0]}, mapped to 127.0.0.1:${zendesk.port} in the browser that is opened here`);
  return {
    id: 'zendesk',
    addresses: hosts.map((host) => `https://${host}`),
    resolverRule: `MAP *.zendesk.com 127.0.0.1:${zendesk.port}`,
    spki: zendesk.spki,
    url: (ticket) => `https://${hostOf(ticket)}/agent/tickets/${ticket.id}`,
    idOf: (ticket) => ticket.id,
    logIn: async () => undefined,
    async showAll(page) {
      const thread = page.locator('[data-is-active="true"] [data-test-id="omni-log-container"]');
      await thread.locator('article').last().waitFor();
      const more = thread.getByRole('button', { name: 'Show more' });
      while ((await more.count()) > 0) await more.click();
    },
    solved: async (ticket) => zendesk.solved(ticket.id),
    close: () => zendesk.close(),
  };
};
