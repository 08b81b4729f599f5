/** What a person tells in the panel once and for all, as a change of the settings: who wrote it, and what a tool does. Pure. */
import type { Author, TicketPage, TicketRef, ToolMapping } from '../../lib/model.ts';
import { versioned } from '../../lib/policy-version.ts';
import { deskFor, knownAuthor, policyFor } from '../../lib/settings-lookup.ts';
import type { DeskConfig, Settings } from '../../lib/settings-schema.ts';

/** Who is told about, and whether the thread's other authors who are not known are people then. */
export interface ToldAuthor {
  author: Pick<Author, 'name' | 'id'>;
  is: 'ai-agent' | 'person';
  rest: boolean;
}

type Thread = Pick<TicketPage, 'ticket' | 'messages'>;

const without = (list: readonly string[], gone: readonly string[]): string[] =>
  list.filter((one) => !gone.some((other) => other.toLowerCase() === one.toLowerCase()));

/** The name, which people can read in the options; the id where another author of the thread bears the same name. */
function calledIn({ messages }: Thread, { name, id }: ToldAuthor['author']): string {
  const namesake = messages.some(({ author }) => author.name === name && author.id !== id);
  return (namesake ? id : undefined) || name.trim() || (id ?? '');
}

const unknownIn = (thread: Thread, desk: DeskConfig): Author[] =>
  thread.messages.map(({ author }) => author).filter((author) => knownAuthor(author, desk).kind === 'unknown');

/** The settings with an author told; null where the ticket's helpdesk is not set up, or the author has neither name nor id. */
export function withAuthor(settings: Settings, thread: Thread, { author, is, rest }: ToldAuthor): Settings | null {
  const desk = deskFor(settings, thread.ticket);
  const called = calledIn(thread, author);
  if (!desk || !called) return null;
  const others = rest ? unknownIn(thread, desk).map((one) => calledIn(thread, one)) : [];
  const people = [...new Set([...(is === 'person' ? [called] : []), ...without(others, ['', called])])];
  const agents = is === 'ai-agent' ? [called] : [];
  // A person who was listed as an agent by the other of name and id must not stay one.
  const told = [called, author.name, author.id ?? '', ...people];
  const changed = { ...desk, agents: [...without(desk.agents, told), ...agents], people: [...without(desk.people, told), ...people] };
  return { ...settings, helpdesks: settings.helpdesks.map((one) => (one === desk ? changed : one)) };
}

/**
 * The settings with a tool mapped, in the policy that holds for the ticket; a team without one gets one.
 * Null where the ticket's helpdesk is not set up. `today`: as `2026-10-01`, for the policy's new version.
 */
export function withTool(settings: Settings, ticket: TicketRef, { tool, action, words = [] }: ToolMapping, today: string): Settings | null {
  const desk = deskFor(settings, ticket);
  if (!desk) return null;
  const policy = policyFor(settings, ticket);
  const known = policy.tools.find((one) => one.tool === tool && one.action === action);
  const borne = action === 'other' || action === 'lookup' ? { words: [...new Set([...(known?.words ?? []), ...words])] } : {};
  const kept = policy.tools.filter((one) => one !== known && !(one.tool === tool && one.action === 'nothing'));
  const there = settings.policies.some((one) => one.id === desk.policy);
  const changed = versioned(policy, { ...policy, id: desk.policy, tools: [...kept, { tool, action, ...borne }] }, today);
  const policies = there ? settings.policies.map((one) => (one.id === desk.policy ? changed : one)) : [...settings.policies, changed];
  return { ...settings, policies };
}
