/** Words for tickets of any size: sentences of agents and customers with values of their own, and the calls that bear them out. */
import type { Json, Tool } from '../../lib/model.ts';

/** What one turn of the agent did: each `fill` numbers its own order, amount and day. */
export interface Doing {
  tool: string;
  description: string;
  says: (of: Values) => string;
  given: (of: Values) => Json;
  gives: (of: Values) => Json;
}

export interface Values {
  order: string;
  /** In major units. */
  amount: number;
  day: string;
  name: string;
  count: number;
}

const NAMES = ['Ines', 'Tobias', 'Amara', 'Jun', 'Priya', 'Oskar', 'Leila', 'Mateo', 'Freya', 'Kwame', 'Noor', 'Stellan'];

/** The nth set of values; no two are alike. */
export const valuesOf = (n: number): Values => ({
  order: `${'KMRT'[n % 4]}-${20_011 + 37 * n}`,
  amount: (1_250 + ((n * 7_919) % 48_000)) / 100,
  day: `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + ((n * 11) % 28)).padStart(2, '0')}`,
  name: NAMES[n % NAMES.length]!,
  count: 2 + (n % 7),
});

const usd = (amount: number): string => `$${amount.toFixed(2)}`;
const cents = (amount: number): number => Math.round(amount * 100);
const doing = (tool: string, description: string, says: Doing['says'], given: Doing['given'], gives: Doing['gives']): Doing => ({
  tool,
  description,
  says,
  given,
  gives,
});

/** Twenty tools of several naming conventions. */
export const DOINGS: readonly Doing[] = [
  doing(
    'get_order',
    'Read one order',
    (v) => `I've pulled up order ${v.order}, placed on ${v.day}.`,
    (v) => ({ order_id: v.order }),
    (v) => ({
      order_id: v.order,
      total: v.amount,
      placed: v.day,
      items: Array.from({ length: v.count }, (_, i) => ({ sku: `S-${i}${v.count}`, price: v.amount / v.count })),
    }),
  ),
  doing(
    'payments.refunds.create',
    'Refund a charge, in cents',
    (v) => `I have refunded ${usd(v.amount)} for order ${v.order} to your card ending in ${2000 + v.count}.`,
    (v) => ({ order: v.order, amount: cents(v.amount), currency: 'usd' }),
    (v) => ({ id: `re_${v.order}`, status: 'succeeded', amount: cents(v.amount) }),
  ),
  doing(
    'cancelOrder',
    'Cancel an order that has not shipped',
    (v) => `Your order ${v.order} has been cancelled, and nothing further will be billed.`,
    (v) => ({ orderId: v.order, reason: 'customer request' }),
    (v) => ({ orderId: v.order, status: 'cancelled' }),
  ),
  doing(
    'crm__add_note',
    'Write an internal note',
    (v) => `Left a note for ${v.name} on the account about ${v.order}.`,
    (v) => ({ text: `${v.name} asked about ${v.order}` }),
    () => ({ ok: true }),
  ),
  doing(
    'send_email',
    'Send an e-mail to the customer',
    (v) => `A confirmation for ${v.order} was sent to ${v.name.toLowerCase()}@example.com.`,
    (v) => ({ to: `${v.name.toLowerCase()}@example.com`, subject: `Your order ${v.order}` }),
    () => ({ delivered: true }),
  ),
  doing(
    'update_shipping_address',
    'Change where an order goes',
    (v) => `The delivery address of ${v.order} is now updated to ${v.count} Mill Lane.`,
    (v) => ({ order_id: v.order, address: { street: `${v.count} Mill Lane`, city: 'Aldbury' } }),
    (v) => ({ order_id: v.order, updated: true }),
  ),
  doing(
    'assign_group',
    'Hand the ticket to a human group',
    (v) => `I escalated ${v.order} to Billing Tier 2, who will get back to you within a day.`,
    () => ({ group: 'Billing Tier 2' }),
    () => ({ status: 'assigned' }),
  ),
  doing(
    'issueStoreCredit',
    'Give credit for the next purchase',
    (v) => `${v.name}, a store credit of ${usd(v.amount)} has been added to your account.`,
    (v) => ({ amount: v.amount, currency: 'USD' }),
    (v) => ({ credit_id: `cr_${v.order}`, amount: v.amount }),
  ),
  doing(
    'search_customers',
    'Find customers by name or e-mail',
    (v) => `I found your account, ${v.name}.`,
    (v) => ({ query: v.name }),
    (v) => ({ customers: [{ id: `cus_${v.order}`, name: v.name }] }),
  ),
  doing(
    'reset_password',
    'Send a reset link',
    (v) => `I've reset your password and the link is valid until ${v.day}.`,
    (v) => ({ user: v.name }),
    () => ({ status: 'sent' }),
  ),
  doing(
    'book_appointment',
    'Book a visit',
    (v) => `Your visit is booked for ${v.day} with ${v.name}.`,
    (v) => ({ date: v.day, technician: v.name }),
    (v) => ({ appointment_id: `ap_${v.order}`, date: v.day }),
  ),
  doing(
    'waive_fee',
    'Waive one fee',
    (v) => `The late fee of ${usd(v.amount)} on ${v.order} was waived as a courtesy.`,
    (v) => ({ account: v.order, amount: v.amount }),
    () => ({ waived: true }),
  ),
  doing(
    'list_invoices',
    'Read all invoices of a customer',
    (v) => `I checked the last ${v.count} invoices and ${v.order} is the newest.`,
    (v) => ({ limit: v.count }),
    (v) => ({ invoices: Array.from({ length: v.count }, (_, i) => ({ number: `${v.order}${i}`, amount_due: cents(v.amount) + i })) }),
  ),
  doing(
    'replace_item',
    'Order a replacement',
    (v) => `I've ordered ${v.count} replacement filters for ${v.order}; they leave on ${v.day}.`,
    (v) => ({ order_id: v.order, quantity: v.count }),
    (v) => ({ replacement_id: `rp_${v.order}`, quantity: v.count }),
  ),
  doing(
    'pause-subscription',
    'Pause a subscription',
    (v) => `Your plan has been paused until ${v.day}.`,
    (v) => ({ subscription: v.order, until: v.day }),
    () => ({ status: 'paused' }),
  ),
  doing(
    'POST /v2/labels',
    'Make a return label',
    (v) => `A return label for ${v.order} is on its way to you.`,
    (v) => ({ order: v.order }),
    (v) => ({ label: `lb_${v.order}` }),
  ),
  doing(
    'check_stock',
    'Read how many are left',
    (v) => `I looked at the stock: ${v.count} are left.`,
    (v) => ({ sku: v.order }),
    (v) => ({ sku: v.order, left: v.count }),
  ),
  doing(
    'set_ticket_status',
    'open, pending or solved',
    (v) => `Ticket for ${v.order} set to pending.`,
    () => ({ status: 'pending' }),
    () => ({ ok: true }),
  ),
  doing(
    'whitelist_ip',
    'Allow an address',
    (v) => `We've whitelisted 10.0.${v.count}.7 for ${v.name}.`,
    (v) => ({ ip: `10.0.${v.count}.7` }),
    () => ({ ok: true }),
  ),
  doing(
    'apply_discount',
    'Apply a discount to an order',
    (v) => `I applied a discount of ${v.count}0% to ${v.order}, so you pay ${usd(v.amount)}.`,
    (v) => ({ order: v.order, percent: v.count * 10 }),
    (v) => ({ order: v.order, total: v.amount }),
  ),
];

export const TOOLS: Tool[] = DOINGS.map(({ tool, description }) => ({ name: tool, description }));

/** What agents say besides. */
export const ASIDES: readonly ((of: Values) => string)[] = [
  (v) => `Thanks for writing in, ${v.name}. I understand how annoying it is when ${v.order} does not arrive as promised.`,
  (v) => `Refunds usually take ${v.count} business days, depending on your bank.`,
  (v) => `If anything looks wrong on ${v.day}, please let me know and I can look into it again.`,
  () => 'Would you like me to go ahead with the exchange as well?',
  (v) => `According to our policy, orders above ${usd(v.amount)} need a signature on delivery.`,
  (v) => `Once you confirm, I will book the courier for ${v.day}.`,
];

export const ASKS: readonly ((of: Values) => string)[] = [
  (v) => `Hi, my order ${v.order} still says "in transit" since ${v.day}. Can you check?`,
  (v) => `I was charged ${usd(v.amount)} twice, once for ${v.order} and once for nothing at all. Please sort this out.`,
  (v) => `Thanks. Also, ${v.name} at your shop told me that ${v.count} of the items would be replaced.`,
  (v) => `No, cancel ${v.order} then, I bought it elsewhere.`,
  (v) => `It's ${v.name.toLowerCase()}@example.com. And what about the ${usd(v.amount)}?`,
];
