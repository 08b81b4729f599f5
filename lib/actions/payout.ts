/** Money sent to a seller, partner or driver. */
import type { Action } from './action.ts';

export const payout: Action = {
  id: 'payout',
  kind: 'credit',
  verbs: [],
  nouns: ['payout', 'disburs'],
  tools: [['payout'], ['disburs']],
  notTools: ['get', 'list', 'status', 'check', 'search'],
};
