/** Which entry of Zendesk's log a shown message is: a wrong join could make a person's words the agent's. */
import { describe, expect, it } from 'vitest';
import { type Entry, joinEntries, type Shown } from '../../../lib/helpdesks/zendesk/log.ts';

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

describe('joinEntries', () => {
  it.each(cases)('%s', (_, message, one, joined) => {
    expect(joinEntries([shown(message)], [entry(one)])[0] !== null).toBe(joined);
  });
  it('every entry is used once', () => {
    expect(joinEntries([shown(), shown()], [entry()]).map((one) => one?.id)).toEqual(['1', undefined]);
  });
  it('of two with the same words the nearer in time is taken', () => {
    const entries = [entry({ id: '1', time: 0 }), entry({ id: '2', time: 90_000 })];
    expect(joinEntries([shown({ time: 80_000 })], entries)[0]?.id).toBe('2');
  });
});
