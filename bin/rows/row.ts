/** One labelled row, as far as a prediction may read it, and the page, evidence and policy that it stands for. */
import type { Json, Policy, Tool, ToolCall } from '../../lib/model.ts';
import type { Case } from '../audit/case.ts';

interface RowCall {
  name?: string | null;
  arguments?: Json;
  ok?: boolean;
  result_excerpt?: Json;
  started_at?: string;
  same_turn?: boolean;
}

export interface Row {
  label_id: string;
  text: string;
  message_kind?: string;
  message_at?: string;
  inventory?: Tool[];
  inventory_complete?: boolean;
  tools_available?: string[];
  tool_calls_before?: RowCall[];
  tool_calls_after?: RowCall[];
  log_coverage?: { complete: boolean };
  policy?: {
    limits?: { action: string; max_amount: number; currency: string; approval_above?: number; approval_tool?: string }[];
    escalation_destinations?: {
      name: string;
      aliases?: string[];
      kind: 'person' | 'queue' | 'team';
      accepts_from_ai: boolean;
      valid_from?: string;
      valid_to?: string;
    }[];
  };
}

/** Rows often have no times: the message is then at noon, each call a minute apart before or after it. */
const NOON = '2025-01-15T12:00:00.000Z';
const MINUTE = 60_000;

const iso = (time: number): string => new Date(time).toISOString();

export function caseOf(row: Row): Case {
  const at = Date.parse(row.message_at ?? NOON);
  const before = row.tool_calls_before ?? [];
  const calls = [
    ...before.map((call, index) => callOf(call, `before-${index}`, at - (before.length - index) * MINUTE, at)),
    ...(row.tool_calls_after ?? []).map((call, index) => callOf(call, `after-${index}`, at + (index + 1) * MINUTE, at)),
  ];
  const complete = row.log_coverage?.complete ?? true;
  const now = iso(at + 1440 * MINUTE);
  return {
    page: {
      ticket: { helpdesk: 'rows', host: 'rows', id: row.label_id },
      subject: '',
      status: 'solved',
      messages: [
        {
          id: row.label_id,
          author: { kind: 'ai-agent', name: 'agent', knownBy: 'team' },
          visibility: row.message_kind === undefined || row.message_kind === 'public_reply' ? 'public' : 'internal',
          at: iso(at),
          text: row.text,
        },
      ],
      gaps: [],
      landmarks: { found: [], missing: [] },
    },
    evidence: {
      calls,
      inventory: row.inventory
        ? { tools: row.inventory, complete: row.inventory_complete ?? true }
        : { tools: (row.tools_available ?? []).map((name) => ({ name })), complete: row.inventory_complete ?? row.tools_available !== undefined },
      coverage: {
        source: 'rows',
        from: iso(at - 100_000 * MINUTE),
        to: iso(at + 60 * MINUTE),
        complete,
        askedAt: now,
      },
    },
    policy: policyOf(row),
    now,
  };
}

function callOf(call: RowCall, id: string, assumed: number, messageAt: number): ToolCall {
  const startedAt = call.started_at ? iso(Date.parse(call.started_at)) : iso(assumed);
  const failed = call.ok === false;
  const made: ToolCall = { id, name: call.name ?? '', status: failed ? 'error' : 'ok', startedAt, endedAt: null, source: 'rows' };
  if (call.arguments !== undefined && call.arguments !== null) made.arguments = call.arguments;
  if (call.result_excerpt !== undefined && call.result_excerpt !== null) made.result = call.result_excerpt;
  if (failed) made.error = String(call.result_excerpt ?? 'failed');
  if (call.same_turn) made.turn = { id: 'same', from: iso(messageAt - MINUTE), to: iso(messageAt + MINUTE) };
  return made;
}

function policyOf(row: Row): Policy {
  return {
    id: 'row',
    version: 'row',
    tools: [],
    limits: (row.policy?.limits ?? []).map((limit) => ({
      action: limit.action,
      maxAmount: limit.max_amount,
      currency: limit.currency,
      per: 'ticket',
      ...(limit.approval_above === undefined ? {} : { approvalAbove: limit.approval_above }),
      ...(limit.approval_tool === undefined ? {} : { approvalTool: limit.approval_tool }),
    })),
    destinations: (row.policy?.escalation_destinations ?? []).map((one) => ({
      name: one.name,
      kind: one.kind,
      acceptsFromAi: one.accepts_from_ai,
      ...(one.aliases ? { aliases: one.aliases } : {}),
      ...(one.valid_from ? { validFrom: one.valid_from } : {}),
      ...(one.valid_to ? { validTo: one.valid_to } : {}),
    })),
  };
}
