/** A return or an exchange of goods. */
import type { Action } from './action.ts';

export const returnGoods: Action = {
  id: 'return',
  kind: 'write',
  verbs: ['return', 'exchang'],
  nouns: ['return', 'exchang', 'rma'],
  tools: [['return'], ['exchang'], ['rma']],
  notTools: ['get', 'list', 'status', 'check', 'polici', 'label'],
};
