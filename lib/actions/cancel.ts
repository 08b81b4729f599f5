/** Something ended: an order, a subscription, a booking. */
import type { Action } from './action.ts';

export const cancel: Action = {
  id: 'cancel',
  kind: 'write',
  verbs: ['cancel', 'terminat', 'void', 'withdraw', 'unsubscrib', 'discontinu'],
  nouns: ['cancel'],
  tools: [['cancel'], ['terminat'], ['void'], ['withdraw'], ['unsubscrib'], ['delet', 'subscrib']],
  notTools: ['get', 'list', 'status', 'check', 'search', 'polici'],
};
