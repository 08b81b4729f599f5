/** An in-toto statement in a DSSE envelope: signed by the key that it names, and of our kind. Pure, but for WebCrypto. */
import * as v from 'valibot';
import { isEnclosedBy } from '../exports/statement/envelope.ts';
import { PAYLOAD_TYPE, PREDICATE_TYPE, STATEMENT_TYPE } from '../exports/statement/predicate.ts';
import type { TrailKey } from '../model.ts';
import { shaped, strictBytes, strictText, WrongShape } from '../trail/file.ts';
import { keySchema } from '../trail/schema.ts';
import { strictJson, Unreadable } from '../trail/strict-json.ts';
import { type Report, trouble } from './report.ts';

export const envelopeSchema = v.strictObject({
  payloadType: v.literal(PAYLOAD_TYPE),
  payload: v.string(),
  signatures: v.pipe(v.array(v.strictObject({ keyid: v.string(), sig: v.string() })), v.length(1)),
});

const statementSchema = v.strictObject({
  _type: v.literal(STATEMENT_TYPE),
  subject: v.pipe(
    v.array(v.strictObject({ name: v.string(), digest: v.strictObject({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }) })),
    v.length(1),
  ),
  predicateType: v.literal(PREDICATE_TYPE),
  predicate: v.looseObject({ keys: v.pipe(v.array(keySchema), v.minLength(1)) }),
});

export async function verifyStatement(name: string, value: unknown, expected: readonly string[]): Promise<Report> {
  const kind = 'statement';
  try {
    const envelope = shaped(envelopeSchema, value);
    const payload = strictText('payload', envelope.payload);
    const { predicate } = shaped(statementSchema, strictJson(payload), 'payload');
    const [signature] = envelope.signatures;
    const key = predicate.keys.find((one) => one.id === signature?.keyid) as TrailKey | undefined;
    if (!signature || !key) return { name, kind, broken: { part: 'file', why: 'unknown-key', values: [signature?.keyid ?? ''] } };
    strictBytes('signatures.0.sig', signature.sig);
    if (!(await isEnclosedBy(key, envelope.payloadType, payload, signature.sig))) return { name, kind, ...trouble('statement-signature') };
    if (expected.length > 0 && !expected.includes(key.id))
      return { name, kind, broken: { part: 'key', id: key.id, why: 'other-key', values: [key.id] } };
    return { name, kind, broken: null, keys: [key.id] };
  } catch (error) {
    if (error instanceof Unreadable || error instanceof WrongShape)
      return { name, kind, broken: { part: 'file', why: error.id, values: error.values } };
    throw error;
  }
}
