/**
 * What is measured, as a list: each measurement runs by itself, takes nothing but the tickets, and runs the same in Node and in the
 * extension's worker.
 */
import { counts } from '../../lib/match.ts';
import type { Json } from '../../lib/model.ts';
import type { Case } from '../audit/case.ts';
import { hostileTexts, hugeResults } from './hostile.ts';
import { longText, message, someCalls, thread, withMessages } from './thread.ts';
import { judgementOf, median, percentile, RUNS, timed } from './timing.ts';

export interface Figure {
  name: string;
  value: number;
  unit: 'ms' | 'times';
  /** Met where the value is below it, or for ratios not above. */
  bar?: number;
  /** The first run. */
  first?: number;
}

export interface Measured {
  figures: Figure[];
  /** Of what was judged: tells whether two places judge alike. */
  judgement: string;
  /** What was measured, in numbers. */
  note?: string;
}

export interface Measurement {
  group: string;
  name: string;
  measure: (tickets: readonly Case[], runs?: number) => Measured;
}

/** The slowest of some cases. */
const simple = (group: string, name: string, bar: number, ...make: (() => Case)[]): Measurement => ({
  group,
  name,
  measure: (_, runs = RUNS) => {
    const cases = make.map((one) => one());
    const { first, median } = cases.map((one) => timed(one, runs)).reduce((a, b) => (b.median > a.median ? b : a));
    return { figures: [{ name, value: median, unit: 'ms', bar, first }], judgement: cases.map(judgementOf).join() };
  },
});

const asNote = (one: Case): Case => ({
  ...one,
  page: { ...one.page, messages: one.page.messages.map((message) => ({ ...message, visibility: 'internal' })) },
});

const ratio = (name: string, small: () => Case, large: () => Case): Measurement => ({
  group: 'ten times as much, how many times the time',
  name,
  measure: (_, runs = RUNS) => {
    const cases = [small(), large()] as const;
    const [one, ten] = cases.map((each) => timed(each, runs).median) as [number, number];
    return {
      figures: [{ name, value: ten / one, unit: 'times', bar: 12 }],
      judgement: cases.map(judgementOf).join(),
      note: `${one.toFixed(2)} ms, then ${ten.toFixed(2)} ms`,
    };
  },
});

/** Each message in which claims are looked for, by itself, with the calls that were made before it or in its turn. */
export const messagesOf = (tickets: readonly Case[]): Case[] =>
  tickets.flatMap(({ page, evidence, ...rest }) =>
    page.messages
      .filter(({ author }) => author.kind === 'ai-agent' || author.kind === 'unknown')
      .map((one) => ({
        ...rest,
        page: { ...page, messages: [one] },
        evidence: { ...evidence, calls: evidence.calls.filter((call) => counts(call, one)) },
      })),
  );

/** Copies judged in a row: a browser's clock is coarse, and a message takes less than its tick. */
const REPEATS = 4;

const perMessage: Measurement = {
  group: 'one message with its calls',
  name: 'messages of the corpora',
  measure: (tickets, runs = RUNS) => {
    const all = messagesOf(tickets);
    const times = all.map((one) => timed(one, runs, REPEATS).median);
    return {
      figures: [
        { name: 'median', value: median(times), unit: 'ms' },
        { name: '95 of 100', value: percentile(times, 0.95), unit: 'ms', bar: 2 },
        { name: 'the slowest', value: percentile(times, 1), unit: 'ms' },
      ],
      judgement: judgementOf(
        withMessages(
          all.flatMap(({ page }) => page.messages),
          [],
        ),
      ),
      note: `messages: ${all.length}, of tickets: ${tickets.length}`,
    };
  },
};

const CALLS = 20;
const HOSTILE = 'hostile text of 100 kB, as a reply or as a note, whichever takes longer';
const called = (result: Json): Case => {
  const calls = someCalls(CALLS).map((call, n) => (n === 3 ? { ...call, result } : call));
  return message(longText(3), calls);
};

export const measurements: readonly Measurement[] = [
  perMessage,
  simple('a large ticket', '200 messages, 1,000 calls of 20 tools', 50, () => thread(200, 1_000)),
  ratio(
    'text of a message: 6 kB, then 60 kB',
    () => message(longText(30), someCalls(CALLS)),
    () => message(longText(300), someCalls(CALLS)),
  ),
  ratio(
    'messages of a ticket: 20, then 200, with 100 calls',
    () => thread(20, 100),
    () => thread(200, 100),
  ),
  ratio(
    'calls of a ticket: 100, then 1,000, with 20 messages',
    () => thread(20, 100),
    () => thread(20, 1_000),
  ),
  ...Object.entries(hostileTexts).map(([name, text]) =>
    simple(
      HOSTILE,
      name,
      200,
      () => message(text, someCalls(CALLS)),
      () => asNote(message(text, someCalls(CALLS))),
    ),
  ),
  simple(HOSTILE, 'lines quoted from the message before', 200, () => {
    const text = hostileTexts['claims that all differ']!.replaceAll('. I', '.\nI');
    const said = message(text, someCalls(CALLS)).page.messages[0]!;
    return withMessages([said, { ...said, id: 'm2', text: text.replaceAll('I', '> I') }], someCalls(CALLS));
  }),
  ...Object.entries(hugeResults).map(([name, result]) => simple('hostile result of 1 MB', name, 200, () => called(result))),
];
