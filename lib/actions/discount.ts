/** A price reduction applied or promised. */
import type { Action } from './action.ts';

export const discount: Action = {
  id: 'discount',
  kind: 'credit',
  verbs: ['discount'],
  nouns: ['discount', 'rebat', 'promo'],
  tools: [['discount'], ['rebat'], ['promo'], ['coupon'], ['adjust', 'price']],
  notTools: ['get', 'list', 'status', 'check', 'search'],
};
