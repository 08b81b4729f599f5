/** Handing the ticket over to people, by whatever name: an escalation, a queue, a page to who is on call, a task for a desk, an owner set. */
import { splitName, stem } from '../actions/stem.ts';
import { leaves } from '../match/leaves.ts';
import { outcomeOf } from '../match/outcome.ts';
import { toolOf, toolWords } from '../match/tool.ts';
import type { Evidence, ToolCall } from '../model.ts';

/** Verbs that hand over whatever they are given. */
const HANDS = new Set('escalat handoff handover refer'.split(' '));
const HANDS_NAME =
  /hand[_. -]?(?:off|over)|page?r?[_. -]?(?:on[_. -]?call|duty|out)|on[_. -]?call|pager|ops[_. -]?genie|to[_. -]?human|human[_. -]?(?:agent|takeover)/i;
/** Verbs that hand over a ticket, and other things besides. */
const ROUTES = new Set(
  'assign reassign rout rerout forward mov push enqueu queu pass transfer send set updat creat open add tag trigger patch put page pag flag submit rais post'.split(
    ' ',
  ),
);
/** Of these, those that need no more than somebody who takes it. */
const QUEUES = new Set('enqueu queu rout rerout'.split(' '));
const GIVES = new Set('assign reassign rout rerout forward pass transfer connect send'.split(' '));
/** What is handed over: the ticket, or a task that is made of it. */
const OF_TICKET = new Set(
  'ticket case convers conversation task issu incident request thread chat queu desk inbox staff review work job intern servic zd zendesk freshdesk fd intercom hubspot salesforc jira complaint matter'.split(
    ' ',
  ),
);
const TAKERS = new Set(
  'team group owner queu desk offic specialist agent human person pharmacist nurs clinician advisor advis manag supervisor lawyer legal department'.split(
    ' ',
  ),
);
/** A queue is set up, not given anything. */
const SET_UP = /settings?|config|hours|rules?$|members?/i;
/** Keys under which people who take over are named. */
const TAKER =
  /^(?:assigned?_?)?(?:queue|team|group|desk|department|dept|owner|assignee|teammate|rota|pool|lane|officer|pod|skill)(?:_?(?:name|id))?$|^(?:assign(?:ed)?_?to|escalated?_?to|routed?_?to|assigned)$/i;
const TO = /^(?:to|target|destination|recipient|agent|role)$/i;
/** A description that says so: "Refer the ticket to a case worker". */
const SAID =
  /\b(?:refer|forward|escalate|hand|route|transfer|assign|pass|reassign|page)\w*\b.{0,40}\b(?:ticket|case|conversation|chat|customer|issue|task|matter)?\b.{0,20}\bto\b.{0,40}\b(?:teams?|desk|queue|department|person|people|human|specialists?|workers?|agents?|staff|colleagues?|officers?|group|tier|on-call)\b/i;

const plain = (key: string): string => key.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
const isPlace = (value: unknown): value is string =>
  typeof value === 'string' && /\p{L}{2}/u.test(value) && value.length < 80 && !/^[a-z]{1,4}[_-]?\d/i.test(value);

/** The names of those who took it over, as recorded. */
export function takersOf(call: ToolCall): string[] {
  const named = [...leaves(call.arguments), ...leaves(call.result)].filter(
    ({ key, value }) => (TAKER.test(plain(key)) || TO.test(plain(key))) && isPlace(value),
  );
  return [...new Set(named.map(({ value }) => String(value)))];
}

/** Did the call hand the ticket over to a person or a team? */
export function isHandoff(call: ToolCall, evidence: Evidence): boolean {
  const tool = toolOf(call, evidence.inventory.tools);
  const { mode, mapped, described } = toolWords(tool);
  if (mapped) return mapped.has('escalate');
  if (mode !== 'write') return false;
  const parts = splitName(tool.name).map(stem);
  if (parts.some((part) => HANDS.has(part)) || HANDS_NAME.test(tool.name)) return true;
  const known = parts.some((part) => part.length > 3);
  if (!known || described.size > 0) if (SAID.test(tool.description ?? '')) return true;
  if (!parts.some((part) => ROUTES.has(part)) || SET_UP.test(tool.name)) return false;
  const gives = parts.some((part) => GIVES.has(part));
  if (
    gives &&
    parts.every((part) => GIVES.has(part) || TAKERS.has(part) || OF_TICKET.has(part) || part === 'to') &&
    parts.some((part) => TAKERS.has(part))
  )
    return true;
  // A case that is opened lies in some queue; that it was to lie there is what it was opened with.
  const given = gives ? [...leaves(call.arguments), ...leaves(call.result)] : leaves(call.arguments);
  const taken = given.some(
    ({ key, value }) => TAKER.test(plain(key)) && (isPlace(value) || (typeof value === 'number' && /group|team|queue/i.test(key))),
  );
  if (taken && parts.some((part) => QUEUES.has(part))) return true;
  const ofTicket = parts.some((part) => OF_TICKET.has(part)) || given.some(({ key }) => /^(?:ticket|case|conversation)(?:_?id)?$/.test(plain(key)));
  const sent = gives && given.some(({ key, value }) => TO.test(plain(key)) && isPlace(value));
  return ofTicket && (taken || sent);
}

/** It went through; waiting in a queue is where a handoff is to be. */
export const isHandedOver = (call: ToolCall): boolean => call.status !== 'error' && outcomeOf(call).is !== 'failed';
