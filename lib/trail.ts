/**
 * The trail of one ticket: events that chain by hash and are signed, and the contents that they name by digest.
 * What is sealed and what stands plain is decided here. Pure, but for WebCrypto's signatures.
 */
import type { AuditRecord, Digest, EventCore, Evidence, Iso, Json, RecordEvent, Sealed, TicketRef, Trail, TrailBody, TrailEvent } from './model.ts';
import { digestOf, isSignedBy, openSealed, type Plain, type Signer, sealValue, sign } from './seal.ts';

/** What the first event of a ticket names as the one before. */
export const START: Digest = 'A'.repeat(43);

/** Subtrees in which everything was said or recorded by somebody: amounts and ids too. */
const SAID = /(?:^|\.)(?:slots|words|arguments|result|cut|detail)(?:\.|$)/;

const EVERYTHING = /^/;

/** Strings of our own making, by kind and path; every other string is sealed. Numbers are plain outside of what was said. */
const PLAIN: Record<string, RegExp> = {
  message: /^(?:id|author\.(?:kind|knownBy)|visibility|at)$/,
  call: /^(?:id|name|status|startedAt|endedAt|turn\.(?:id|from|to)|source)$/,
  page: /^(?:ticket\.\w+|status|closed\.at|landmarks\.\w+|gaps\.\w+)$/,
  gap: /^(?:kind|messageId)$/,
  inventory: /^tools\.name$/,
  policy: /^(?:id|version|limits\.\w+|destinations\.(?:kind|validFrom|validTo)|tools\.\w+)$/,
  claim: /^(?:id|messageId|status|action|kind)$/,
  finding: /^(?:about|id|claimId|class|verdict|reason|rule|calls|others\.(?:rule|verdict|reason|calls))$/,
  list: EVERYTHING,
  judgement: EVERYTHING,
  record: EVERYTHING,
  decision: /^(?:kind|decision\.(?:findingId|kind|why|call|at|on\.\w+))$/,
  gate: /^(?:kind|outcome|why|findings)$/,
  export: EVERYTHING,
};

export type ContentKind = 'message' | 'call' | 'page' | 'gap' | 'inventory' | 'policy' | 'claim' | 'finding' | 'list' | 'judgement';

const plainOf =
  (kind: string): Plain =>
  (path, value) =>
    PLAIN[kind] === EVERYTHING || (!SAID.test(path) && (typeof value === 'number' || (PLAIN[kind]?.test(path) ?? false)));

/** A content with its texts sealed; its digest is that of its bytes. */
export const sealContent = (kind: ContentKind, value: unknown, salt: string): Sealed => sealValue(value, salt, plainOf(kind));

/** A list of digests, as a change of an earlier list: `drop` items at `at` are replaced by `add`. */
export interface ListContent {
  base: Digest | null;
  at: number;
  drop: number;
  add: Digest[];
}

/** The change that makes `next` out of `before`. */
export function changeOf(base: Digest | null, before: readonly Digest[], next: readonly Digest[]): ListContent {
  const least = Math.min(before.length, next.length);
  let at = 0;
  while (at < least && before[at] === next[at]) at += 1;
  let tail = 0;
  while (tail < least - at && before[before.length - 1 - tail] === next[next.length - 1 - tail]) tail += 1;
  return { base, at, drop: before.length - at - tail, add: next.slice(at, next.length - tail) };
}

/** What a judgement rests on and says, each part by digest. `at` and the times of asking stand in the event. */
export interface JudgementContent {
  engine: string;
  policyVersion: string;
  policy: Digest;
  page: Digest;
  inventory: Digest;
  coverage: Pick<Evidence['coverage'], 'source' | 'complete' | 'trouble' | 'detail'>;
  messages: Digest;
  gaps: Digest;
  calls: Digest;
  claims: Digest;
  findings: Digest;
}

/** The event that follows `previous` (null for the first of its ticket), hashed and signed. */
export async function sealEvent(
  previous: { seq: number; hash: Digest } | null,
  ticket: TicketRef,
  at: Iso,
  body: TrailBody,
  signer: Signer,
  salt: string,
): Promise<TrailEvent> {
  const sealed = sealValue(body, salt, plainOf(body.kind));
  const core = { seq: (previous?.seq ?? -1) + 1, at, ticket, key: signer.key.id, previous: previous?.hash ?? START };
  // The body's bytes are canonical already; the keys around it stand in the canonical order.
  const open = `{"at":${JSON.stringify(core.at)},"body":${sealed.bytes},"key":${JSON.stringify(core.key)},"previous":${JSON.stringify(core.previous)}`;
  const bytes = `${open},"seq":${core.seq},"ticket":${canonicalTicket(ticket)}}`;
  return { bytes, disclosures: sealed.disclosures, hash: digestOf(bytes), signature: await sign(signer, bytes) };
}

const canonicalTicket = ({ helpdesk, host, id }: TicketRef): string => JSON.stringify({ helpdesk, host, id });

/** What an event says; null where a disclosure does not fit. */
export const openEvent = (event: Sealed): EventCore | null => openSealed<EventCore>(event);

/** Where a trail does not hold. */
export interface Broken {
  /** seq of the event; null where a content is broken. */
  seq: number | null;
  why: 'unreadable' | 'hash' | 'chain' | 'signature' | 'disclosure' | 'content';
}

/** The first thing that does not hold, or null where every event and every content that is named does. */
export async function verifyTrail(trail: Trail): Promise<Broken | null> {
  if (!Object.entries(trail.contents).every(isContent)) return { seq: null, why: 'content' };
  const contents = contentsOf(trail);
  let previous: { seq: number; hash: Digest } | null = null;
  for (const [seq, event] of trail.events.entries()) {
    const why = await brokenLink(event, seq, previous, trail, contents);
    if (why) return { seq, why };
    previous = { seq, hash: event.hash };
  }
  return null;
}

async function brokenLink(
  event: TrailEvent,
  seq: number,
  previous: { hash: Digest } | null,
  trail: Trail,
  contents: Contents,
): Promise<Broken['why'] | null> {
  if (digestOf(event.bytes) !== event.hash) return 'hash';
  const core = tryOpen<EventCore>(event);
  if (core === 'unreadable') return 'unreadable';
  if (core === null) return 'disclosure';
  const follows = core.seq === seq && core.previous === (previous?.hash ?? START);
  if (!follows || canonicalTicket(core.ticket) !== canonicalTicket(trail.ticket)) return 'chain';
  const key = trail.keys.find((one) => one.id === core.key);
  if (!key || !(await isSignedBy(key, event.bytes, event.signature))) return 'signature';
  return core.body.kind === 'record' && !isWhole(core.body.record.judgement, contents) ? 'content' : null;
}

function isContent([digest, content]: [Digest, Sealed]): boolean {
  const value = tryOpen<Json>(content);
  return value !== 'unreadable' && value !== null && digestOf(content.bytes) === digest;
}

function tryOpen<T>(sealed: Sealed): T | null | 'unreadable' {
  try {
    return openSealed<T>(sealed);
  } catch {
    return 'unreadable';
  }
}

/** All that a judgement names is there. */
function isWhole(judgement: Digest, contents: Contents): boolean {
  try {
    for (const digest of namedBy(judgement, contents)) contents(digest);
    return true;
  } catch {
    return false;
  }
}

/** Every digest that a judgement names, itself included. */
export function namedBy(judgement: Digest, contents: Contents): Set<Digest> {
  const { policy, page, inventory, ...rest } = contents<JudgementContent>(judgement);
  const named = new Set([judgement, policy, page, inventory]);
  for (const list of [rest.messages, rest.gaps, rest.calls, rest.claims, rest.findings]) {
    for (let at: Digest | null = list; at !== null && !named.has(at); ) {
      named.add(at);
      const { base, add }: ListContent = contents<ListContent>(at);
      for (const one of add) named.add(one);
      at = base;
    }
  }
  return named;
}

/** Gives a content by its digest; throws where it is not there. */
export type Contents = <T>(digest: Digest) => T;

/** The contents of a trail, each opened once. */
export function contentsOf(trail: Pick<Trail, 'contents'>): Contents {
  const opened = new Map<Digest, unknown>();
  return <T>(digest: Digest) => {
    const known = opened.get(digest);
    if (known !== undefined) return known as T;
    const sealed = trail.contents[digest];
    const value = sealed && openSealed<T>(sealed);
    if (value === undefined || value === null) throw new Error(`The trail names a content that it does not hold: ${digest}`);
    opened.set(digest, value);
    return value;
  };
}

/** The digests of a list, through all that it was made from. */
export function listOf(digest: Digest, contents: Contents): Digest[] {
  const changes: ListContent[] = [];
  for (let at: Digest | null = digest; at !== null; ) {
    const change: ListContent = contents<ListContent>(at);
    changes.push(change);
    at = change.base;
  }
  return changes.reduceRight<Digest[]>((list, { at, drop, add }) => [...list.slice(0, at), ...add, ...list.slice(at + drop)], []);
}

type Parts = Pick<AuditRecord, 'engine' | 'policyVersion' | 'page' | 'gaps' | 'claims' | 'findings'> &
  Pick<Evidence, 'calls' | 'inventory'> & { coverage: JudgementContent['coverage'] };

function recordParts(digest: Digest, contents: Contents): Parts {
  const judgement = contents<JudgementContent>(digest);
  const all = <T>(list: Digest): T[] => listOf(list, contents).map((one) => contents<T>(one));
  return {
    engine: judgement.engine,
    policyVersion: judgement.policyVersion,
    page: { ...contents<AuditRecord['page']>(judgement.page), messages: all(judgement.messages) },
    gaps: all(judgement.gaps),
    calls: all(judgement.calls),
    inventory: contents(judgement.inventory),
    coverage: judgement.coverage,
    claims: all(judgement.claims),
    findings: all(judgement.findings),
  };
}

/** A judgement put together again from what the trail names. */
export function openRecord(ticket: TicketRef, at: Iso, { judgement, asked }: RecordEvent, contents: Contents): AuditRecord {
  const { calls, inventory, coverage, ...rest } = recordParts(judgement, contents);
  return { ticket, at, ...rest, evidence: { calls, inventory, coverage: { ...coverage, from: asked.from, to: asked.to, askedAt: asked.at } } };
}

/** The last judgement of a trail, or null where there is none. */
export function lastRecord(trail: Trail): AuditRecord | null {
  const contents = contentsOf(trail);
  for (const event of [...trail.events].reverse()) {
    const core = openEvent(event);
    if (core?.body.kind === 'record') return openRecord(core.ticket, core.at, core.body.record, contents);
  }
  return null;
}
