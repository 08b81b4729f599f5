/** Credit granted: account credit, vouchers, coupons, points, goodwill in any unit. */
import type { Action } from './action.ts';

export const credit: Action = {
  id: 'credit',
  kind: 'credit',
  verbs: ['credit', 'grant', 'compensat', 'gift'],
  nouns: ['credit', 'voucher', 'coupon', 'certificat', 'goodwill', 'gem', 'point', 'mil', 'compensat', 'gift', 'reward'],
  tools: [
    ['credit'],
    ['grant'],
    ['voucher'],
    ['coupon'],
    ['certificat'],
    ['goodwill'],
    ['compensat'],
    ['bonu'],
    ['gift', 'issu'],
    ['gift', 'cod'],
    ['add', 'point'],
    ['award', 'point'],
    ['loyalti', 'add'],
    ['add', 'mil'],
    ['reward', 'add'],
    ['adjust', 'bill'],
    ['adjust', 'premium'],
    ['adjustment'],
  ],
  notTools: ['get', 'list', 'status', 'check', 'search'],
};
