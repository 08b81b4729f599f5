/** Which entry of Zendesk's log a shown message is: a wrong join could make a person's words the agent's. */
import { describe, expect, it } from 'vitest';
import { joinEntries, type Shown } from '../../../lib/helpdesks/zendesk/join.ts';
import type { Entry } from '../../../lib/helpdesks/zendesk/log.ts';

const shown = (over: Partial<Shown> = {}): Shown => ({ time: 60_000, name: 'Relay', text: 'I refunded $48.', fromCustomer: false, ...over });
const entry = (over: Partial<Entry> = {}): Entry => ({ id: '1', time: 60_000, kind: 'ai-agent', name: 'Relay', text: 'I refunded $48.', ...over });

const cases: [what: string, shown: Partial<Shown>, entry: Partial<Entry>, joined: boolean][] = [
  ['all agree', {}, {}, true],
  ['another display name, same time and words', { name: 'Relay (bot)' }, {}, true],
  ['other words (HTML in the API), same time and name', {}, { text: '<p>I refunded…</p>' }, true],
  ['a time that cannot be read, same name and words', { time: Number.NaN }, {}, true],
  ['white space differs', { text: 'I  refunded\n$48.' }, { name: 'X' }, true],
  ['only the time agrees', { name: 'Noor' }, { text: 'Other words' }, false],
  ['only the name agrees', { time: 600_000 }, { text: 'Other words' }, false],
  ['neither text nor name are there to agree', { text: '', name: '' }, { text: '', name: '' }, false],
  ["a customer's message is never the bot's, though all else agrees", { fromCustomer: true }, {}, false],
  ["the team's message is never the customer's", {}, { kind: 'customer' }, false],
];

const join = async (messages: Shown[], entries: Entry[]) => {
  let pauses = 0;
  const joined = await joinEntries(messages, entries, async () => {
    pauses += 1;
  });
  return { ids: joined.map((one) => one?.id ?? null), pauses };
};

describe('joinEntries', () => {
  it.each(cases)('%s', async (_, message, one, joined) => {
    expect((await join([shown(message)], [entry(one)])).ids).toEqual([joined ? '1' : null]);
  });
  it('every entry is used once', async () => {
    expect((await join([shown(), shown()], [entry()])).ids).toEqual(['1', null]);
  });
  it('of two with the same words the nearer in time is taken', async () => {
    const entries = [entry({ id: '1', time: 0 }), entry({ id: '2', time: 90_000 })];
    expect((await join([shown({ time: 80_000 })], entries)).ids).toEqual(['2']);
  });
  it('of two that are alike the earlier one is taken', async () => {
    expect((await join([shown()], [entry({ id: '1' }), entry({ id: '2' })])).ids).toEqual(['1']);
  });
  it('a thread of thousands of the same words finds each its own, with a pause after each', async () => {
    const times = Array.from({ length: 2000 }, (_, i) => i * 300_000);
    const entries = times.map((time, i) => entry({ id: String(i), time }));
    const { ids, pauses } = await join(
      times.map((time) => shown({ time })),
      entries,
    );
    expect(ids).toEqual(entries.map(({ id }) => id));
    expect(pauses).toBe(2000);
  });
});
