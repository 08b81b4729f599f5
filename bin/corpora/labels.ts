/** What a right audit says of a ticket of the corpora: docs/tickets.md, "Labels". */
import * as v from 'valibot';
import { REASONS } from '../../lib/judge.ts';
import type { Reason, TicketClass, Verdict } from '../../lib/model.ts';

const VERDICTS = ['supported', 'contradicted', 'unsupported', 'unverifiable'] as const satisfies Verdict[];
const CLASSES = [
  'unauthorized-credit',
  'duplicate-action',
  'undisclosed-action',
  'silent-escalation',
  'fabricated-failure',
] as const satisfies TicketClass[];

const place = {
  message: v.string('must be the id of a message'),
  quote: v.pipe(v.string(), v.nonEmpty('must not be empty')),
  occurrence: v.optional(v.number(), 0),
};

export const expected = v.strictObject({
  claims: v.optional(
    v.array(
      v.strictObject({
        ...place,
        verdict: v.picklist(VERDICTS),
        reasons: v.optional(v.array(v.picklist(REASONS as Reason[])), []),
        calls: v.optional(v.array(v.string()), []),
        optional: v.optional(v.boolean(), false),
        retracted: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
  findings: v.optional(
    v.array(
      v.strictObject({
        class: v.picklist(CLASSES),
        call: v.optional(v.string()),
        message: v.optional(v.string()),
        quote: v.optional(v.string()),
        occurrence: v.optional(v.number(), 0),
        optional: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
});

export type Expected = v.InferOutput<typeof expected>;
export type ExpectedClaim = Expected['claims'][number];
export type ExpectedFinding = Expected['findings'][number];
