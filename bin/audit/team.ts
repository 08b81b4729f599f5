/** What a team says of its tickets: which policy holds where, and who its AI agents and its people are. */
import type { Author, Policy, TicketRef } from '../../lib/model.ts';
import { deskFor, knownAuthor, policyFor } from '../../lib/settings-lookup.ts';
import { checkSettings } from '../../lib/settings-schema.ts';
import { checkPolicy, isObject, known, worded } from './policy.ts';

export interface Team {
  /** Null where several hold and nothing says which one does for this ticket. */
  policyOf(ticket: TicketRef): Policy | null;
  authorOf(author: Author, ticket: TicketRef): Author;
}

const NO_POLICY: Policy = { id: 'none', version: 'none', limits: [], destinations: [], tools: [] };

/** Of whom nothing is known. */
export const NO_TEAM: Team = { policyOf: () => NO_POLICY, authorOf: (author) => author };

/**
 * Reads a policy file: a policy, which then holds for every ticket; or an export of the extension's settings, in which a ticket's helpdesk and
 * host say which policy holds for it, and who is who. A ticket on another host has the only policy, where there is but one.
 * @param id of the policy that holds for every ticket, where it is to be one of an export.
 */
export function parseTeam(text: string, id?: string): { team: Team } | { problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [`is not JSON: ${(error as Error).message}`] };
  }
  if (isObject(value) && Array.isArray(value.policies)) return exported(value, id);
  const checked = checkPolicy(value, 'file');
  if ('problems' in checked) return checked;
  if (id !== undefined && id !== checked.policy.id) return { problems: [`is the policy ${checked.policy.id}, not ${id}`] };
  return { team: { ...NO_TEAM, policyOf: () => checked.policy } };
}

function exported(value: Record<string, unknown>, id: string | undefined): { team: Team } | { problems: string[] } {
  const checked = checkSettings(value, known);
  if ('problems' in checked) return { problems: checked.problems.map(worded) };
  const { settings } = checked;
  const { policies } = settings;
  const named = policies.find((policy) => policy.id === id);
  if (id !== undefined && !named) return { problems: [`has no policy ${id}; it has ${policies.map((policy) => policy.id).join(', ') || 'none'}`] };
  return {
    team: {
      policyOf: (ticket) =>
        named ?? (deskFor(settings, ticket) ? policyFor(settings, ticket) : policies.length > 1 ? null : (policies[0] ?? NO_POLICY)),
      authorOf: (author, ticket) => knownAuthor(author, deskFor(settings, ticket)),
    },
  };
}
