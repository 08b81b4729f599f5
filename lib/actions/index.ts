/** The actions that the engine has words for. The order of the table never matters. */
import type { Action } from './action.ts';
import { cancel } from './cancel.ts';
import { charge } from './charge.ts';
import { create } from './create.ts';
import { credit } from './credit.ts';
import { discount } from './discount.ts';
import { escalate } from './escalate.ts';
import { feeWaiver } from './fee_waiver.ts';
import { lookup } from './lookup.ts';
import { message } from './message.ts';
import { monitor } from './monitor.ts';
import { note } from './note.ts';
import { payout } from './payout.ts';
import { refund } from './refund.ts';
import { returnGoods } from './return.ts';
import { status } from './status.ts';
import { update } from './update.ts';

export const actions: readonly Action[] = [
  cancel,
  charge,
  create,
  credit,
  discount,
  escalate,
  feeWaiver,
  lookup,
  message,
  monitor,
  note,
  payout,
  refund,
  returnGoods,
  status,
  update,
];

const byId = new Map(actions.map((action) => [action.id, action]));

export const actionOf = (id: string): Action | undefined => byId.get(id);
