/** Tickets for the bench: different in texts, amounts, ids and outcome, the same on every machine. */

const NAMES = ['Amara', 'Bo', 'Chidi', 'Dana', 'Esra', 'Femi', 'Greta', 'Hiro'];
const THINGS = ['kettle', 'winter coat', 'monthly plan', 'museum pass', 'router', 'car seat', 'harbour tour', 'violin strings'];
const QUEUES = ['Billing', 'Logistics', 'Fraud review', 'Field service'];

interface Facts {
  index: number;
  name: string;
  thing: string;
  queue: string;
  order: string;
  amount: string;
  at(minutes: number): string;
}

function factsOf(index: number): Facts {
  const start = Date.UTC(2026, 0, 1) + index * 20_000;
  return {
    index,
    name: NAMES[index % NAMES.length]!,
    thing: THINGS[(index * 7) % THINGS.length]!,
    queue: QUEUES[(index * 3) % QUEUES.length]!,
    order: `ORD-${String((index * 7919) % 1_000_003).padStart(7, '0')}`,
    amount: (5 + ((index * 37) % 19_900) / 100).toFixed(2),
    at: (minutes) => new Date(start + minutes * 60_000).toISOString(),
  };
}

interface Kind {
  asks(facts: Facts): string;
  answers(facts: Facts): string;
  calls(facts: Facts): { name: string; arguments: object; result: object }[];
}

const KINDS: readonly Kind[] = [
  {
    asks: ({ thing, order }) => `The ${thing} of order ${order} never came. I would like my money back, please.`,
    answers: ({ name, amount, order }) =>
      `Hi ${name},\n\nI'm sorry about that. I looked up order ${order} and refunded $${amount} to your card. It can take 3-5 business days to show.\n\nIs there anything else?`,
    calls: ({ order, amount }) => [
      { name: 'get_order', arguments: { order_id: order }, result: { order_id: order, status: 'lost', total: amount } },
      { name: 'create_refund', arguments: { order_id: order, amount: Number(amount) }, result: { id: `re_${order}`, status: 'succeeded' } },
    ],
  },
  {
    asks: ({ thing }) => `Please stop my ${thing}, and tell somebody that the last invoice was wrong.`,
    answers: ({ thing, queue }) => `Done:\n- Cancelled the ${thing}\n- Escalated the invoice to ${queue}\n- Sent you a confirmation email`,
    calls: ({ thing, queue }) => [
      { name: 'subscriptions.cancel', arguments: { product: thing }, result: { state: 'cancelled' } },
      { name: 'handoff', arguments: { queue, reason: 'invoice' }, result: { ok: true } },
    ],
  },
  {
    asks: ({ order }) => `Can you send ${order} to my new address? 12 Quay Street, from Monday on.`,
    answers: ({ name, order }) =>
      `Hello ${name}! Your delivery address for ${order} has been updated. Would you like a text when it leaves our warehouse?`,
    calls: ({ order }) => [
      { name: 'updateShipment', arguments: { order, address: { street: '12 Quay Street' } }, result: { success: false, reason: 'already shipped' } },
    ],
  },
];

const kindOf = (index: number): Kind => KINDS[index % KINDS.length]!;
/** Which tickets bring their calls themselves; those of the others stand in the calls file. */
const hasOwnCalls = (index: number): boolean => index % 2 === 0;

/** Every fifth agent tells of a note that it never wrote. */
const notesOf = ({ index, thing }: Facts): object[] =>
  index % 5 === 0 ? [] : [{ name: 'add_account_note', arguments: { text: `asked about the ${thing}` }, result: { id: `n-${index}` } }];

const timed = (facts: Facts): object[] =>
  [...kindOf(facts.index).calls(facts), ...notesOf(facts)].map((call, position) => ({ ...call, startedAt: facts.at(3 + position / 10) }));

/** A line of the tickets' file. */
export function ticketOf(index: number): object {
  const facts = factsOf(index);
  const { asks, answers } = kindOf(index);
  return {
    ticket: `T-${index}`,
    status: 'closed',
    messages: [
      { from: 'customer', name: facts.name, at: facts.at(0), text: asks(facts) },
      { from: 'ai-agent', at: facts.at(5), text: answers(facts) },
      { from: 'customer', name: facts.name, at: facts.at(30), text: `Thanks. How long does it take? (${facts.order})` },
      { from: 'ai-agent', at: facts.at(31), text: `Usually a few days, ${facts.name}. I've added a note to your account about the ${facts.thing}.` },
    ],
    ...(hasOwnCalls(index) ? { calls: timed(facts) } : {}),
  };
}

/** The lines of the calls' file for one ticket. */
export const callsOf = (index: number): object[] =>
  hasOwnCalls(index) ? [] : timed(factsOf(index)).map((call) => ({ ticket: `T-${index}`, ...call }));
