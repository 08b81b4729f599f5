/** The trail's chain: canonical JSON (RFC 8785) and SHA-256 by WebCrypto. Each event's hash covers the one before. */
import canonicalize from 'canonicalize';
import type { Trail, TrailBody, TrailEvent } from './model.ts';

/** What the first event of a ticket names as the one before. */
export const START = '0'.repeat(64);

/** Canonical JSON of a value, with `undefined` fields left out as JSON does. */
export const canonical = (value: unknown): string => canonicalize(JSON.parse(JSON.stringify(value))) as string;

/** SHA-256 as lower-case hex. */
export async function digest(value: unknown): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The event that follows `previous` (null for the first of its ticket). */
export async function seal(previous: TrailEvent | null, at: string, body: TrailBody): Promise<TrailEvent> {
  const open = { seq: (previous?.seq ?? -1) + 1, at, body, previous: previous?.hash ?? START };
  return { ...open, hash: await digest(open) };
}

/** The seq of the first event that does not fit the chain, or null where all fit. */
export async function firstBroken(trail: Trail): Promise<number | null> {
  let previous: TrailEvent | null = null;
  for (const event of trail.events) {
    const expected: TrailEvent = await seal(previous, event.at, event.body);
    if (expected.hash !== event.hash || expected.seq !== event.seq || expected.previous !== event.previous) return event.seq;
    previous = event;
  }
  return null;
}
