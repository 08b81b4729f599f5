/** An in-toto statement about the trail's head, in a DSSE envelope: for systems that keep attestations. */
import { canonical } from '../seal.ts';
import type { Export } from './export.ts';
import { enclose } from './statement/envelope.ts';
import { PAYLOAD_TYPE, statementOf } from './statement/predicate.ts';

export const inToto: Export = {
  id: 'in-toto',
  type: 'application/vnd.dsse.envelope.v1+json',
  extension: 'intoto.json',
  render: async (trail, { at, signer }) => `${JSON.stringify(await enclose(PAYLOAD_TYPE, canonical(statementOf(trail, at)), signer), null, 2)}\n`,
};
