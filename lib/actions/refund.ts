/** Money given back to the customer: a refund, a reimbursement, a reversed charge. */
import type { Action } from './action.ts';

export const refund: Action = {
  id: 'refund',
  kind: 'credit',
  verbs: ['refund', 'reimburs', 'revers'],
  nouns: ['refund', 'reimburs', 'revers', 'chargeback'],
  tools: [
    ['refund'],
    ['reimburs'],
    ['payback'],
    ['pay', 'back'],
    ['money', 'back'],
    ['revers'],
    ['return', 'payment'],
    ['return', 'money'],
    ['adjust', 'bill'],
    ['adjust', 'premium'],
    ['adjust', 'fee'],
    ['adjustment'],
  ],
  notTools: ['get', 'list', 'status', 'check', 'polici', 'search'],
};
