/** Money taken from the customer: a charge, a payment, a debit. */
import type { Action } from './action.ts';

export const charge: Action = {
  id: 'charge',
  kind: 'credit',
  verbs: ['charg', 'bill', 'debit', 'deduct', 'collect', 'invoic'],
  nouns: ['charg', 'payment', 'paid', 'debit', 'pay', 'differenc'],
  tools: [['charg'], ['payment'], ['pay'], ['debit'], ['captur'], ['collect'], ['bill']],
  notTools: ['get', 'list', 'status', 'check', 'search', 'refund', 'method', 'plan', 'retri'],
};
