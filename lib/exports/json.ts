/** The whole trail as JSON: every event as it was hashed and signed, with a terminal record, so that all of it can be checked again. */
import { fileOf, printFile } from '../trail/index.ts';
import type { Export } from './export.ts';

export const json: Export = {
  id: 'json',
  type: 'application/json',
  extension: 'json',
  render: async (trail, { at, signer }) => printFile(await fileOf(trail, at, signer)),
};
