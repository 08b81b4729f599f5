/** A watch kept on something, to tell of what happens: needs a tool that watches. */
import type { Action } from './action.ts';

export const monitor: Action = {
  id: 'monitor',
  kind: 'communication',
  verbs: ['monitor', 'watch'],
  nouns: [],
  tools: [['monitor'], ['watch'], ['track'], ['alert'], ['subscrib'], ['notif'], ['notifi'], ['remind'], ['follow']],
  notTools: ['get', 'list', 'check', 'search'],
};
