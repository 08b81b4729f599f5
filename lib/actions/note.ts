/** A note or comment left on the record. */
import type { Action } from './action.ts';

export const note: Action = {
  id: 'note',
  kind: 'write',
  verbs: ['not', 'comment', 'annotat', 'document'],
  nouns: ['not', 'comment'],
  tools: [['not'], ['comment'], ['annotat'], ['instruct', 'add']],
  notTools: ['get', 'list', 'search'],
};
