/** The whole trail as JSON: every event as it was hashed, so that the chain can be checked again. */
import type { Export } from './export.ts';

export const json: Export = {
  id: 'json',
  type: 'application/json',
  extension: 'json',
  render: (trail) => `${JSON.stringify(trail, null, 2)}\n`,
};
