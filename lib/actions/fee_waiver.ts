/** A fee not taken or taken back. */
import type { Action } from './action.ts';

export const feeWaiver: Action = {
  id: 'fee_waiver',
  kind: 'credit',
  verbs: ['waiv'],
  nouns: ['waiver'],
  tools: [['waiv'], ['waiver'], ['fee']],
  notTools: ['get', 'list', 'status', 'check', 'search'],
};
