/**
 * The nouns of Deskcheck, in the order of the pipeline. Types only; imports nothing but themselves.
 *
 * Times are ISO 8601 in UTC (`2026-10-01T09:00:00.000Z`). Offsets into text are UTF-16, end exclusive.
 * Everything here is plain JSON: it crosses contexts, is stored, hashed and exported as it stands.
 */
export type * from './model/claim.ts';
export type * from './model/evidence.ts';
export type * from './model/json.ts';
export type * from './model/judgement.ts';
export type * from './model/page.ts';
export type * from './model/policy.ts';
export type * from './model/trail.ts';
