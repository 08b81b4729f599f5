/** The tickets of a folder's files, in the format of docs/tickets.md, as what the engine judges. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Author, Evidence, Iso, Policy, ToolCall } from '../../lib/model.ts';
import { readJsonLines } from '../json-lines.ts';
import type { Case } from '../rows/row.ts';

interface Ticket {
  ticket: string | number;
  messages: { id?: string; from?: Author['kind']; name?: string; internal?: boolean; at?: Iso; text: string }[];
  calls?: Partial<ToolCall>[];
  inventory?: Partial<Evidence['inventory']>;
  coverage?: { complete?: boolean };
  policy?: Partial<Policy>;
}

/** In the order of the files' names. */
export const ticketsIn = (folder: string): Case[] =>
  globSync(join(folder, '*.jsonl'))
    .sort()
    .flatMap((file) => readJsonLines(file).map(({ value, line }) => caseOf(value as Ticket, `${file}, line ${line}`)));

const DAY_MS = 24 * 60 * 60_000;

function caseOf(ticket: Ticket, where: string): Case {
  if (!Array.isArray(ticket?.messages) || ticket.messages.some(({ text }) => typeof text !== 'string')) throw new Error(`${where}: no ticket`);
  const times = [...ticket.messages.map(({ at }) => at), ...(ticket.calls ?? []).map(({ startedAt }) => startedAt)].flatMap((at) =>
    at ? [Date.parse(at)] : [],
  );
  const now = new Date(Math.max(0, ...times) + DAY_MS).toISOString();
  const host = 'export';
  return {
    page: {
      ticket: { helpdesk: 'export', host, id: String(ticket.ticket) },
      subject: '',
      status: 'solved',
      messages: ticket.messages.map(({ id, from = 'unknown', name, internal, at, text }, index) => ({
        id: id ?? `m${index + 1}`,
        author: { kind: from, name: name ?? from, knownBy: 'team' },
        visibility: internal ? 'internal' : 'public',
        at: at ?? null,
        text,
      })),
      gaps: [],
      landmarks: { found: [], missing: [] },
    },
    evidence: {
      calls: (ticket.calls ?? []).map((call, index) => ({
        name: '',
        status: 'ok',
        startedAt: null,
        endedAt: null,
        source: 'export',
        ...call,
        id: call.id ?? `c${index + 1}`,
      })),
      inventory: { tools: ticket.inventory?.tools ?? [], complete: ticket.inventory?.complete ?? false },
      coverage: { source: 'export', from: new Date(0).toISOString(), to: now, complete: ticket.coverage?.complete ?? true, askedAt: now },
    },
    policy: { id: 'export', version: '1', limits: [], destinations: [], tools: [], ...ticket.policy },
    now,
  };
}
