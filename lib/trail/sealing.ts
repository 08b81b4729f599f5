/** What of a trail is sealed and what stands plain, and how its events and its end are made. Pure, but for WebCrypto's signatures. */
import type { Digest, EventCore, Iso, Sealed, Signed, TicketRef, Trail, TrailBody, TrailEnd, TrailEvent } from '../model.ts';
import { canonical, digestOf, openSealed, type Plain, type Signer, sealValue, sign } from '../seal.ts';

/** What the first event of a ticket names as the one before. */
export const START: Digest = 'A'.repeat(43);

/** Whose trail it is that tells of trails that are gone: the installation's own. */
export const INSTALLATION: TicketRef = { helpdesk: 'deskcheck', host: 'installation', id: 'installation' };

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
};

/** The same for events. */
const PLAIN_IN: Record<TrailBody['kind'], RegExp> = {
  record: EVERYTHING,
  decision: /^(?:kind|decision\.(?:findingId|kind|why|failure|call|at|on\.\w+))$/,
  gate: /^(?:kind|outcome|why|findings)$/,
  closed: /^(?:kind|closedAt)$/,
  policy: EVERYTHING,
  outcome: EVERYTHING,
  export: EVERYTHING,
  anchor: EVERYTHING,
  tombstone: /^(?:kind|erased\.\w+|why|head)$/,
};

export type ContentKind = 'message' | 'call' | 'page' | 'gap' | 'inventory' | 'policy' | 'claim' | 'finding' | 'list' | 'judgement';

const plainOf =
  (open: RegExp | undefined): Plain =>
  (path, value) =>
    open === EVERYTHING || (!SAID.test(path) && (typeof value === 'number' || (open?.test(path) ?? false)));

/** A content with its texts sealed; its digest is that of its bytes. */
export const sealContent = (kind: ContentKind, value: unknown, salt: string): Sealed => sealValue(value, salt, plainOf(PLAIN[kind]));

export const canonicalTicket = ({ helpdesk, host, id }: TicketRef): string => JSON.stringify({ helpdesk, host, id });

/** The event that follows `previous` (null for the first of its ticket), hashed and signed. */
export async function sealEvent(
  previous: { seq: number; hash: Digest } | null,
  ticket: TicketRef,
  at: Iso,
  body: TrailBody,
  signer: Signer,
  salt: string,
): Promise<TrailEvent> {
  const sealed = sealValue(body, salt, plainOf(PLAIN_IN[body.kind]));
  const core = { seq: (previous?.seq ?? -1) + 1, at, key: signer.key.id, previous: previous?.hash ?? START };
  // The body's bytes are canonical already; the keys around it stand in the canonical order.
  const open = `{"at":${JSON.stringify(core.at)},"body":${sealed.bytes},"key":${JSON.stringify(core.key)},"previous":${JSON.stringify(core.previous)}`;
  const bytes = `${open},"seq":${core.seq},"ticket":${canonicalTicket(ticket)}}`;
  return { bytes, disclosures: sealed.disclosures, hash: digestOf(bytes), signature: await sign(signer, bytes) };
}

/** What an event says; null where a disclosure does not fit. */
export const openEvent = (event: Sealed): EventCore | null => openSealed<EventCore>(event);

/** How many texts of a trail were taken out. */
export function redactedIn({ events, contents }: Pick<Trail, 'events' | 'contents'>): number {
  const all: Sealed[] = [...events, ...Object.values(contents)];
  return all.reduce((sum, { disclosures }) => sum + disclosures.filter((one) => 'reading' in one).length, 0);
}

/** The terminal record of a trail's export. `file`: the digest of all that the file holds before its end. */
export async function sealEnd(trail: Trail, at: Iso, file: Digest, signer: Signer): Promise<Signed> {
  const { ticket, events } = trail;
  const end: TrailEnd = {
    kind: 'end',
    at,
    ticket,
    count: events.length,
    head: events.at(-1)?.hash ?? START,
    key: signer.key.id,
    redacted: redactedIn(trail),
    file,
  };
  const bytes = canonical(end);
  return { bytes, signature: await sign(signer, bytes) };
}
