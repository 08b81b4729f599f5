/** What the worker does when the options page asks: it alone keeps the keys, and it alone asks logs. */
import { text } from '../../lib/browser.ts';
import { actionsOfTool, toolWords } from '../../lib/match/tool.ts';
import type { Tool } from '../../lib/model.ts';
import type { FromPanel } from '../../lib/protocol.ts';
import { conversationOf, deskFor, loadSettings, secretsName } from '../../lib/settings.ts';
import { erase } from '../../lib/store/erase.ts';
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

  /** Which keys are kept, by the logs of the settings. */
  const keysOf = async () => {
    const [{ logs }, rows] = await Promise.all([loadSettings(), db.keys.toArray()]);
    const log = new Map(logs.map((one) => [secretsName(one), one]));
    return rows.map((row) => ({ row, log: log.get(row.log), header: row.header || null }));
  };

  return {
    'options.changed': async () => {
      await syncHosts(await loadSettings());
      // A key whose log, address or header is gone would be kept for nobody.
      for (const { row, log, header } of await keysOf()) {
        if (!log || (header !== null && !log.headers.includes(header))) await writer.setKey(row.log, header, '');
      }
      for (const { ticket } of await db.views.toArray()) await writer.auditDue(ticket, now());
      void loop.work();
      return null;
    },
    'options.key': async ({ log, header, key }) => {
      const config = (await loadSettings()).logs.find((one) => one.id === log);
      if (!config) throw new Error(text('refused_no_log', log));
      await writer.setKey(secretsName(config), header, key);
      return null;
    },
    'options.keys': async () => (await keysOf()).flatMap(({ log, header }) => (log ? [{ log: log.id, header }] : [])),
    'options.tickets': async () => {
      const rows = await db.pages.orderBy('readAt').reverse().limit(MOST_TICKETS).toArray();
      return rows.map(({ page }) => ({ ticket: page.ticket, subject: page.subject }));
    },
    'options.try': async ({ log, ticket }) => {
      const [row, settings] = await Promise.all([db.pages.get(ticketKey(ticket)), loadSettings()]);
      if (!row) throw new Error(text('refused_not_read'));
      const page = withTeamAuthors(row.page, deskFor(settings, ticket));
      const { calls, inventory, coverage } = await askLog(log, page, await writer.secretsOf(secretsName(log)), new Date());
      return {
        conversation: conversationOf(log, page),
        calls: calls.map(({ name, status, startedAt }) => ({ name, status, at: startedAt })),
        tools: inventory.tools.map((tool) => tool.name),
        inventoryComplete: inventory.complete,
        coverage,
      };
    },
    'options.trail': async () => {
      const [{ key }, tickets, events] = await Promise.all([writer.signer(), db.pages.count(), db.events.count()]);
      return { fingerprint: key.id, tickets, events };
    },
    'options.kept': async ({ id }) => {
      const rows = await db.pages.filter(({ page }) => page.ticket.id === id).toArray();
      return rows.map(({ page }) => ({ ticket: page.ticket, subject: page.subject }));
    },
    'options.erase': async ({ ticket }) => {
      const reviewer = (await loadSettings()).reviewer.trim();
      if (!reviewer) throw new Error(text('needed_name'));
      // Its page would be read again at once.
      if ((await db.views.where('ticket').equals(ticketKey(ticket)).count()) > 0) throw new Error(text('refused_shown'));
      if (!(await erase(writer, ticket, 'request', reviewer, now()))) throw new Error(text('refused_not_kept'));
      return null;
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
      return [...seen.values()]
        .sort((a, b) => a.name.localeCompare(b.name))
        .map(({ name, description }) => ({ name, ...(description ? { description } : {}), does: doingOf({ name, description }) }));
    },
  };
}

/** What the engine takes a tool for, without the team's word. Empty where neither name nor description tells. */
function doingOf(tool: Tool): string[] {
  const words = toolWords(tool);
  if (words.mode === 'write') return [...actionsOfTool(words)];
  return [words.mode === 'read' ? 'lookup' : 'nothing'];
}
