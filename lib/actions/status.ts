/** The state of the ticket itself: its status, its tags. */
import type { Action } from './action.ts';

export const status: Action = {
  id: 'status',
  kind: 'write',
  verbs: ['tag', 'untag'],
  nouns: ['status', 'tag'],
  tools: [['status'], ['tag'], ['clos'], ['resolv'], ['solv'], ['ticket', 'updat'], ['macro']],
  notTools: ['get', 'list', 'check'],
};
