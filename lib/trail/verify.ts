/**
 * Does a trail hold? Every event, every text and every content that stands in a file, its terminal record, and the anchors in it.
 * Names the first thing that does not hold, and how. Pure, but for WebCrypto's verification; the file may be a stranger's.
 */
import type { Digest, EventCore, Iso, Sealed, Signed, TicketRef, Trail, TrailEnd, TrailEvent } from '../model.ts';
import { digestOf, isOwnId, isSignedBy, openSealed } from '../seal.ts';
import { canonicalJson, digestOfFile, parseFile, shaped, trailOfFile, WrongShape } from './file.ts';
import type { Contents } from './lists.ts';
import { contentsOf, namedBy } from './records.ts';
import { coreSchema, endSchema, type TrailFile } from './schema.ts';
import { canonicalTicket, redactedIn, START } from './sealing.ts';
import { strictJson, Unreadable } from './strict-json.ts';

/** The part of a file that does not hold. */
export type Part =
  | { part: 'file' }
  | { part: 'event'; seq: number }
  | { part: 'content'; digest: Digest }
  | { part: 'key'; id: string }
  | { part: 'end' };

/** Where a trail does not hold, and how: `why` has words in the locale (`verify_<why>`), which name the values. */
export type Broken = Part & {
  why:
    | Unreadable['id']
    | 'shape' // a field is not what the schema says: which, and how
    | 'not-canonical'
    | 'hash' // the bytes are not those that were hashed
    | 'seq'
    | 'chain' // it does not name the one before
    | 'other-ticket'
    | 'unknown-key'
    | 'key-id' // the key does not belong to its fingerprint
    | 'idle-key' // a key that signed nothing
    | 'signature'
    | 'disclosure' // a text is not what was sealed
    | 'missing-content'
    | 'digest' // a content is not what its digest says
    | 'idle-content' // a content that nothing names
    | 'no-events'
    | 'count' // events were cut off, or added
    | 'head'
    | 'redacted'
    | 'changed' // something else of the file
    | 'other-key'; // it is signed by a key that was not expected
  values: string[];
};

const broken = (part: Part, why: Broken['why'], ...values: string[]): Broken => ({ ...part, why, values });

/** What holds. */
export interface Whole {
  trail: Trail;
  end: TrailEnd;
  cores: EventCore[];
  /** Fingerprints of all keys that signed. */
  keys: string[];
  /** One of them is not among those that were expected; null where none was. */
  expected: boolean | null;
}

export type Verified = { broken: Broken } | { whole: Whole };

/** @param expected fingerprints that are known to be the installation's; empty where none is known. */
export async function verifyFile(text: string, expected: readonly string[] = []): Promise<Verified> {
  let part: Part = { part: 'file' };
  try {
    const file = parseFile(text);
    const { trail, end } = trailOfFile(file);
    const found = await verifyTrail(trail);
    if (found) return { broken: found };
    part = { part: 'end' };
    return await verifyEnd(file, trail, end, expected);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof WrongShape) return { broken: broken(part, error.id, ...error.values) };
    throw error;
  }
}

/** The first thing that does not hold, or null where every event and every content does. */
export async function verifyTrail(trail: Trail): Promise<Broken | null> {
  const { keys, events } = trail;
  if (events.length === 0) return broken({ part: 'file' }, 'no-events');
  const wrongKey = keys.find((key, i) => !isOwnId(key) || keys.findIndex((one) => one.id === key.id) < i);
  if (wrongKey) return broken({ part: 'key', id: wrongKey.id }, 'key-id');
  const contents = contentsOf(trail);
  const named = new Set<Digest>();
  for (const [digest, content] of Object.entries(trail.contents)) {
    const why = brokenContent(digest, content);
    if (why) return broken({ part: 'content', digest }, why);
  }
  let previous: Digest = START;
  for (const [seq, event] of events.entries()) {
    const found = await brokenEvent(event, seq, previous, trail, contents, named);
    if (found) return { part: 'event', seq, ...found };
    previous = event.hash;
  }
  const idle = Object.keys(trail.contents).find((digest) => !named.has(digest));
  return idle === undefined ? null : broken({ part: 'content', digest: idle }, 'idle-content');
}

type Reason = Pick<Broken, 'why' | 'values'>;
const because = (why: Broken['why'], ...values: string[]): Reason => ({ why, values });

async function brokenEvent(
  event: TrailEvent,
  seq: number,
  previous: Digest,
  trail: Trail,
  contents: Contents,
  named: Set<Digest>,
): Promise<Reason | null> {
  if (digestOf(event.bytes) !== event.hash) return because('hash');
  const core = openedCore(event);
  if ('why' in core) return core;
  if (core.seq !== seq) return because('seq', String(core.seq), String(seq));
  if (core.previous !== previous) return because('chain');
  if (canonicalTicket(core.ticket) !== canonicalTicket(trail.ticket)) return because('other-ticket', nameOf(core.ticket));
  const unsigned = await unsignedBy(core.key, event, trail);
  if (unsigned) return unsigned;
  return core.body.kind === 'record' ? missingIn(core.body.record.judgement, contents, named) : null;
}

const nameOf = ({ helpdesk, host, id }: TicketRef): string => `${helpdesk} ${host} ${id}`;

/** What an event says, or why it cannot be read. */
export function openedCore(event: Sealed): EventCore | Reason {
  try {
    if (canonicalJson(event.bytes) === null) return because('not-canonical');
    const opened = openSealed<unknown>(event);
    return opened === null ? because('disclosure') : (shaped(coreSchema, opened) as EventCore);
  } catch (error) {
    return because(...reasonOf(error));
  }
}

function reasonOf(error: unknown): [Broken['why'], ...string[]] {
  if (error instanceof Unreadable || error instanceof WrongShape) return [error.id, ...error.values];
  throw error;
}

async function unsignedBy(id: string, { bytes, signature }: Signed, { keys }: Pick<Trail, 'keys'>): Promise<Reason | null> {
  const key = keys.find((one) => one.id === id);
  if (!key) return because('unknown-key', id);
  return (await isSignedBy(key, bytes, signature)) ? null : because('signature');
}

function brokenContent(digest: Digest, content: Sealed): Broken['why'] | null {
  if (digestOf(content.bytes) !== digest) return 'digest';
  try {
    if (canonicalJson(content.bytes) === null) return 'not-canonical';
    return openSealed(content) === null ? 'disclosure' : null;
  } catch (error) {
    return reasonOf(error)[0];
  }
}

/** All that a judgement names is there; it is noted as named. */
function missingIn(judgement: Digest, contents: Contents, named: Set<Digest>): Reason | null {
  try {
    for (const digest of namedBy(judgement, contents)) {
      contents(digest);
      named.add(digest);
    }
    return null;
  } catch {
    return because('missing-content', judgement);
  }
}

/** @throws WrongShape, Unreadable */
export const openEnd = ({ bytes }: Signed): TrailEnd => shaped(endSchema, strictJson(bytes), 'end');

async function verifyEnd(file: TrailFile, trail: Trail, signed: Signed, expected: readonly string[]): Promise<Verified> {
  const failed = ({ why, values }: Reason): Verified => ({ broken: broken({ part: 'end' }, why, ...values) });
  if (canonicalJson(signed.bytes) === null) return failed(because('not-canonical'));
  const end = openEnd(signed);
  const { events } = trail;
  if (end.count !== events.length) return failed(because('count', String(end.count), String(events.length)));
  if (end.head !== events.at(-1)?.hash) return failed(because('head'));
  if (canonicalTicket(end.ticket) !== canonicalTicket(trail.ticket)) return failed(because('other-ticket', nameOf(end.ticket)));
  const unsigned = await unsignedBy(end.key, signed, trail);
  if (unsigned) return failed(unsigned);
  if (end.redacted !== redactedIn(trail)) return failed(because('redacted', String(end.redacted), String(redactedIn(trail))));
  const cores = events.map((event) => openedCore(event) as EventCore);
  const keys = [...new Set([...cores.map((core) => core.key), end.key])];
  const idle = trail.keys.find((key) => !keys.includes(key.id));
  if (idle) return { broken: broken({ part: 'key', id: idle.id }, 'idle-key') };
  if (end.file !== digestOfFile(file)) return { broken: broken({ part: 'file' }, 'changed') };
  const stranger = expected.length > 0 ? keys.find((key) => !expected.includes(key)) : undefined;
  if (stranger) return { broken: broken({ part: 'key', id: stranger }, 'other-key', stranger) };
  return { whole: { trail, end, cores, keys, expected: expected.length > 0 ? true : null } };
}

/** From when to when the events are. */
export const spanOf = (cores: readonly EventCore[]): { from: Iso; to: Iso } | null => {
  const times = cores.map((core) => core.at).sort();
  return times.length > 0 ? { from: times[0] as Iso, to: times.at(-1) as Iso } : null;
};
