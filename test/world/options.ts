/** What `npm start` is asked for. */
import { parseArgs } from 'node:util';
import { CannotStart } from '../../bin/tool-log/server.ts';
import { conversationWorld, TAKEN_BY_DEFAULT } from './conversations.ts';
import type { StartHelpdesk } from './helpdesk.ts';
import { helpdesks, type WorldHelpdeskKind } from './helpdesks.ts';
import type { World } from './ticket.ts';
import { world as defaultWorld } from './tickets.ts';

const USAGE = `Options:
  --headless            also where there is a display
  --out FOLDER          where a headless visit leaves what it saw (.world)
  --otlp-port N         where the tool-call log takes traces (4318; 0 for any)
  --query-port N        where it answers (16686; 0 for any)
  --helpdesk NAME       ${Object.keys(helpdesks).join(' or ')}
  --conversations FILE  tickets from real conversations, .jsonl, packed by gzip or not, in place of our own
  --take N              how many of them (${TAKEN_BY_DEFAULT}), from all over the file`;

export interface Asked {
  headless: boolean;
  out: string;
  otlpPort: number;
  queryPort: number;
  helpdesk: StartHelpdesk;
  world: World;
  /** What there is to say of the tickets before they are shown. */
  remarks: string[];
}

/** @throws CannotStart in words. */
export function askedFor(args: readonly string[]): Asked {
  const values = parsed(args);
  const helpdesk = helpdesks[values.helpdesk];
  if (!helpdesk) throw new CannotStart(`There is no helpdesk "${values.helpdesk}" to try it on. There are: ${Object.keys(helpdesks).join(', ')}.`);
  return {
    headless: values.headless,
    out: values.out,
    otlpPort: numberOf(values['otlp-port'], '--otlp-port', 0),
    queryPort: numberOf(values['query-port'], '--query-port', 0),
    helpdesk: helpdesk.start,
    ...on(helpdesk, ticketsOf(values.conversations, values.take)),
  };
}

/** Without the tickets of an account that the helpdesk does not have; says which. */
function on({ accounts }: WorldHelpdeskKind, { world, remarks }: Pick<Asked, 'world' | 'remarks'>): Pick<Asked, 'world' | 'remarks'> {
  const elsewhere = accounts ? [] : world.tickets.filter((ticket) => ticket.subdomain !== undefined);
  if (elsewhere.length === 0) return { world, remarks };
  const names = elsewhere.map((ticket) => `"${ticket.name}"`).join(', ');
  const left = `Left out        ${names}: of the company's second account, which this helpdesk does not have`;
  return { world: { ...world, tickets: world.tickets.filter((ticket) => !elsewhere.includes(ticket)) }, remarks: [...remarks, left] };
}

function parsed(args: readonly string[]) {
  try {
    const text = (initial: string) => ({ type: 'string', default: initial }) as const;
    return parseArgs({
      args: [...args],
      options: {
        headless: { type: 'boolean', default: false },
        out: text('.world'),
        'otlp-port': text('4318'),
        'query-port': text('16686'),
        helpdesk: text('zendesk'),
        conversations: { type: 'string' },
        take: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new CannotStart(`${(error as Error).message}\n${USAGE}`);
  }
}

function numberOf(text: string, name: string, least: number): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new CannotStart(`${name} should be a whole number from ${least} on, and is "${text}".`);
}

function ticketsOf(file: string | undefined, take: string | undefined): Pick<Asked, 'world' | 'remarks'> {
  if (file === undefined) {
    if (take !== undefined) throw new CannotStart('--take says how many conversations are taken: it goes with --conversations FILE.');
    return { world: defaultWorld, remarks: [] };
  }
  try {
    const { world, rows, silent } = conversationWorld(file, take === undefined ? undefined : numberOf(take, '--take', 1));
    if (world.tickets.length === 0) throw new Error(`In none of the ${rows} conversations of ${file} does the agent say anything.`);
    const left = silent > 0 ? `; in ${silent} of them the agent says nothing` : '';
    const more = take === undefined && rows - silent > world.tickets.length ? '. --take N takes another number' : '';
    return { world, remarks: [`Conversations   ${world.tickets.length} of the ${rows} in ${file}${left}${more}`] };
  } catch (error) {
    throw error instanceof CannotStart ? error : new CannotStart((error as Error).message);
  }
}
