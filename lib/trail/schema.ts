/** The shape of an exported trail, and of what its payloads say. `docs/trail.schema.json` is made from this. Pure. */
import * as v from 'valibot';

const line = (description: string) => v.pipe(v.string(), v.maxLength(2_000), v.description(description));
const digest = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/), v.description('SHA-256, base64url without padding'));
const base64 = (description: string) => v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/), v.description(`${description}; base64`));
const iso = v.pipe(v.string(), v.isoTimestamp(), v.description('ISO 8601, UTC'));
const seq = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ticketSchema = v.pipe(
  v.strictObject({
    helpdesk: line('id of the helpdesk, e.g. `zendesk`'),
    host: line('host of the helpdesk, with its port where that is not the default'),
    id: line('the helpdesk’s own id of the ticket'),
  }),
  v.description('The ticket that the trail is of'),
);

const disclosure = v.union([
  v.pipe(
    v.strictObject({
      salt: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/), v.description('128 bits, base64url')),
      text: v.union([v.string(), v.number()]),
    }),
    v.description('A text or number as it was sealed: its digest is SHA-256(salt ‖ UTF-8 of the JSON of text)'),
  ),
  v.pipe(
    v.strictObject({ reading: v.string() }),
    v.description('What was taken out: what to read in its stead. Not covered by the chain’s signatures'),
  ),
]);

const disclosures = v.pipe(v.array(disclosure), v.description('One for each digest of the payload’s leaves `{"~":[digest,...]}`, in their order'));

export const keySchema = v.pipe(
  v.strictObject({
    id: v.pipe(digest, v.description('RFC 7638 thumbprint of jwk: the fingerprint')),
    algorithm: v.picklist(['Ed25519', 'ECDSA-P256-SHA256']),
    jwk: v.strictObject({ kty: line('OKP or EC'), crv: line('Ed25519 or P-256'), x: line('base64url'), y: v.optional(line('base64url; of P-256')) }),
  }),
  v.description('The public half of a key that signed'),
);

const signature = base64('Over the bytes of the payload: Ed25519, or ECDSA on P-256 with SHA-256 as r ‖ s');

export const FORMAT = 'deskcheck-trail/3';

export const fileSchema = v.pipe(
  v.strictObject({
    format: v.literal(FORMAT),
    proven: v.pipe(v.array(v.string()), v.description('What this file proves')),
    notProven: v.pipe(v.array(v.string()), v.description('What it does not prove')),
    ticket: ticketSchema,
    keys: v.array(keySchema),
    events: v.array(
      v.pipe(
        v.strictObject({
          payload: base64('The exact bytes that were hashed and signed: canonical JSON (RFC 8785) of an event'),
          hash: v.pipe(digest, v.description('SHA-256 of the bytes; the next event names it as `previous`')),
          signature,
          disclosures,
        }),
        v.description('One link of the chain, oldest first'),
      ),
    ),
    contents: v.pipe(
      v.record(
        digest,
        v.strictObject({ payload: base64('Canonical JSON of a message, call, policy, claim, finding, list or judgement'), disclosures }),
      ),
      v.description('What the events name, under the digest of its payload'),
    ),
    end: v.pipe(
      v.strictObject({ payload: base64('Canonical JSON of the terminal record'), signature }),
      v.description('The terminal record: how many events there are, the hash of the last, and the digest of all that stands before it'),
    ),
  }),
  v.title('A Deskcheck trail: claims, records, judgements and decisions of one ticket'),
);

export type TrailFile = v.InferOutput<typeof fileSchema>;

export const endSchema = v.strictObject({
  kind: v.literal('end'),
  at: iso,
  ticket: ticketSchema,
  count: seq,
  head: digest,
  key: digest,
  redacted: seq,
  file: v.pipe(digest, v.description('of the canonical JSON of the file without `end`')),
});

const text = v.string();
const texts = v.array(text);
const orNull = <T extends v.GenericSchema>(schema: T) => v.nullable(schema);
const policy = v.strictObject({ id: text, version: text, content: digest });

/** An event's body with its texts opened. */
export const bodySchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('record'),
    record: v.strictObject({ judgement: digest, asked: v.strictObject({ from: iso, to: iso, at: iso }) }),
  }),
  v.strictObject({
    kind: v.literal('decision'),
    decision: v.strictObject({
      findingId: text,
      kind: v.picklist(['confirmed', 'dismissed', 'mended', 'reopen-needed']),
      reason: text,
      why: v.optional(text),
      failure: v.optional(text),
      topic: v.optional(text),
      call: v.optional(text),
      reviewer: text,
      pageUser: v.optional(text),
      at: iso,
      on: v.strictObject({ verdict: text, reason: text, calls: texts }),
    }),
  }),
  v.strictObject({
    kind: v.literal('gate'),
    outcome: v.picklist(['held', 'let-through', 'forced', 'closed-before-audit', 'closed-without-review']),
    why: v.optional(text),
    reviewer: v.optional(text),
    pageUser: v.optional(text),
    reason: v.optional(text),
    findings: texts,
  }),
  v.strictObject({ kind: v.literal('closed'), by: orNull(text), closedAt: orNull(iso) }),
  v.strictObject({ kind: v.literal('policy'), before: policy, after: policy }),
  v.strictObject({ kind: v.literal('outcome'), findingId: text, was: text, is: text, calls: texts }),
  v.strictObject({ kind: v.literal('export'), format: text, redacted: v.boolean(), to: v.picklist(['download', 'url']) }),
  v.strictObject({
    kind: v.literal('anchor'),
    count: seq,
    head: digest,
    by: v.picklist(['url', 'rfc3161']),
    url: text,
    token: v.optional(base64('DER of an RFC 3161 TimeStampToken')),
  }),
  v.strictObject({
    kind: v.literal('tombstone'),
    erased: ticketSchema,
    why: v.picklist(['retention', 'request']),
    reviewer: orNull(text),
    count: seq,
    head: digest,
  }),
]);

export const coreSchema = v.strictObject({ seq, at: iso, ticket: ticketSchema, body: bodySchema, key: digest, previous: digest });
