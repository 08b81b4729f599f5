/** Every ticket visited, and what was seen left in a folder: screenshots, trails, transcripts with the verdicts, all findings in one file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskBrowser } from './browser.ts';
import { findingsOf, transcriptOf } from './review.ts';
import type { WorldTicket } from './ticket.ts';
import { visit } from './visit.ts';
import type { StartedWorld } from './world.ts';

/** The widest that the table's first column gets. */
const WIDEST = 32;

/** Rows as lines of aligned columns, under their names. */
export function asTable(rows: readonly Record<string, string | number>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name])))];
  const widths = names.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const asLine = (line: string[]) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return cells.map((line) => asLine(line).trimEnd()).join('\n');
}

/** A row's id may be anything; a file's name may not. */
const fileOf = (ticket: WorldTicket): string => `${ticket.id}-${ticket.name.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').slice(0, 60)}`;

export async function visitAll(browser: DeskBrowser, world: StartedWorld, out: string, say: (line: string) => void): Promise<void> {
  mkdirSync(out, { recursive: true });
  const rows: Record<string, string | number>[] = [];
  const lines: string[] = [];
  for (const [i, ticket] of world.tickets.entries()) {
    say(`Ticket ${i + 1} of ${world.tickets.length}: ${ticket.name} ...`);
    const visited = await visit(browser, world, ticket);
    const keep = (ending: string, content: string | Buffer) => writeFileSync(join(out, `${fileOf(ticket)}.${ending}`), content);
    keep('page.png', visited.page);
    keep('panel.png', visited.panel);
    keep('trail.json', visited.trail);
    keep('review.txt', transcriptOf(visited.record));
    lines.push(...findingsOf(visited.record, ticket.name).map((found) => `${JSON.stringify(found)}\n`));
    const name = `${ticket.id} ${ticket.name}`;
    rows.push({ ticket: name.length > WIDEST ? `${name.slice(0, WIDEST - 1)}…` : name, ...visited.counts, 'worst finding': visited.worst });
  }
  writeFileSync(join(out, 'findings.jsonl'), lines.join(''));
  say(`\n${asTable(rows)}\n`);
  say(
    `In ${out}, for each ticket: screenshots (page with marks; panel), its trail, and review.txt, the transcript with each claim's verdict under it.`,
  );
  say('All findings, one a line, are in findings.jsonl there.');
}
