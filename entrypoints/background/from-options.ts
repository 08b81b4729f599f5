/** What the worker does when the options page asks: it alone keeps the keys, and it alone asks logs. */
import { actionsOfTool, toolWords } from '../../lib/match/tool.ts';
import type { Tool } from '../../lib/model.ts';
import type { FromPanel } from '../../lib/protocol.ts';
import { conversationOf, deskFor, loadSettings } from '../../lib/settings.ts';
import type { Writer } from '../../lib/store/write.ts';
import { ticketKey } from '../../lib/store/write.ts';
import type { Handlers } from '../../lib/wire.ts';
import type { AuditLoop } from './audit-loop.ts';
import { withTeamAuthors } from './authors.ts';
import { askLog } from './evidence.ts';
import { syncHosts } from './hosts.ts';

/** As many tickets are offered to try a log on. */
const MOST_TICKETS = 20;

const now = () => new Date().toISOString();

type Options = Pick<FromPanel, Extract<keyof FromPanel, `options.${string}`>>;

export function optionsHandlers(writer: Writer, loop: AuditLoop): Handlers<Options> {
  const { db } = writer;
  return {
    'options.changed': async () => {
      await syncHosts(await loadSettings());
      for (const { ticket } of await db.views.toArray()) await writer.auditDue(ticket, now());
      void loop.work();
      return null;
    },
    'options.key': async ({ log, header, key }) => {
      await writer.setKey(log, header, key);
      return null;
    },
    'options.keys': async () => (await db.keys.toArray()).map(({ log, header }) => ({ log, header: header || null })),
    'options.tickets': async () => {
      const rows = await db.pages.orderBy('readAt').reverse().limit(MOST_TICKETS).toArray();
      return rows.map(({ page }) => ({ ticket: page.ticket, subject: page.subject }));
    },
    'options.try': async ({ log, ticket }) => {
      const [row, settings] = await Promise.all([db.pages.get(ticketKey(ticket)), loadSettings()]);
      if (!row) throw new Error('This ticket was not read yet: open it in a tab first.');
      const page = withTeamAuthors(row.page, deskFor(settings, ticket));
      // A key goes only where it was given for: an address that is being changed is asked without it.
      const kept = settings.logs.find((one) => one.id === log.id);
      const same = kept !== undefined && new URL(kept.url).origin === new URL(log.url).origin;
      const { calls, inventory, coverage } = await askLog(log, page, same ? await writer.secretsOf(log.id) : { key: null, headers: {} }, new Date());
      return {
        conversation: conversationOf(log, page),
        calls: calls.map(({ name, status, startedAt }) => ({ name, status, at: startedAt })),
        tools: inventory.tools.map((tool) => tool.name),
        inventoryComplete: inventory.complete,
        coverage,
      };
    },
    'options.tools': async () => {
      const seen = new Map<string, Tool>();
      await db.contents
        .where('kind')
        .equals('call')
        .each(({ value }) => void seen.set((value as Tool).name, { name: (value as Tool).name }));
      // What an inventory says of a tool is more than its name.
      await db.contents
        .where('kind')
        .equals('inventory')
        .each(({ value }) => {
          for (const tool of (value as { tools: Tool[] }).tools) seen.set(tool.name, tool);
        });
      const tools = [...seen.values()].sort((a, b) => a.name.localeCompare(b.name));
      return tools.map(({ name, description }) => ({
        name,
        ...(description ? { description } : {}),
        does: actionsOfTool(toolWords({ name, ...(description ? { description } : {}) })),
      }));
    },
  };
}
