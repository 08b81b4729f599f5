/** Texts and results that nobody writes by accident: large, and of the shapes that make naive grammars slow. */
import type { Json } from '../../lib/model.ts';

/** UTF-16 units of each text, at least. */
export const LARGE = 100_000;
/** ... of each result. */
export const HUGE = 1_000_000;

const fill = (part: string, length = LARGE): string => part.repeat(Math.ceil(length / part.length));
const numbered = (part: (n: number) => string): string => {
  const parts: string[] = [];
  for (let n = 0, length = 0; length < LARGE; n += 1) {
    parts.push(part(n));
    length += parts[n]!.length;
  }
  return parts.join('');
};

/** Long runs of each. */
const CHARACTERS = [
  'a',
  'Z',
  '7',
  ' ',
  '\n',
  '\t',
  '.',
  ',',
  ':',
  '-',
  '*',
  '_',
  '#',
  '>',
  '<',
  '(',
  '"',
  "'",
  '`',
  '\\',
  '$',
  '\u00e9',
  '\u200b',
  '\u{1f44d}',
];

export const hostileTexts: Readonly<Record<string, string>> = {
  'nested quotes': fill(`he said "I told 'you said "it was `),
  'nested brackets': '('.repeat(LARGE / 2) + ')'.repeat(LARGE / 2),
  'brackets that never close': fill('[({ refunded '),
  '10,000 amounts': Array.from({ length: 10_000 }, (_, n) => `$${n}.50 off, `).join(''),
  '10,000 times "I refunded $1. "': 'I refunded $1. '.repeat(10_000),
  'claims that all differ': numbered((n) => `I refunded $${n}.50 for A-${1_000 + n}. `),
  'claims in one sentence': numbered((n) => `I refunded $${n}.50, `),
  'bullets under a done headline': `Done:\n${numbered((n) => `- Refund ${n}: $${n}.10\n`)}`,
  'one word': fill('refunded'),
  'one word, again and again': fill('refunded '),
  digits: fill('1234567890'),
  'numbers with marks': fill('1.'),
  'numbers with commas': fill('0,'),
  ids: numbered((n) => `INV-${20_000 + n} `),
  'one long id': fill('A-1'),
  'e-mail addresses': numbered((n) => `a${n}@b.example `),
  'an address without an end': `${fill('a.')}@${fill('b.')}`,
  dates: fill('2026-03-02 '),
  'JSON keys': fill('{"message":'),
  'nested JSON': `${'{"message":'.repeat(LARGE / 12)}1${'}'.repeat(LARGE / 12)}`,
  'JSON in JSON': `{"message":"${fill('\\"message\\":\\"done\\n')}"}`,
  'quotation marks': fill('> '),
  'quoted lines': numbered((n) => `> I refunded $${n}.\n`),
  'claims with zero-width characters': fill('I ref\u200bunded \u2060$1. '),
  tags: fill('<b><a href="'),
  'verbs without an end': fill('I have been '),
  conditions: fill('if you and when '),
  separators: fill(' and, then - '),
  'noun after noun': fill('to the fee refund of '),
  ...Object.fromEntries(CHARACTERS.map((character) => [`a run of ${JSON.stringify(character)}`, fill(character)])),
};

const wide = (): Json => Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`amount_${n}`, `INV-${n} of 2026-03-02 and more`]));
const rows = (): Json =>
  Array.from({ length: 8_000 }, (_, n) => ({ order_id: `A-${n}`, amount: n, currency: 'USD', status: 'succeeded', at: '2026-03-02T09:00:00Z' }));

export const hugeResults: Readonly<Record<string, Json>> = {
  'one string': fill('refunded $1 ', HUGE),
  'one string without a space': fill('A', HUGE),
  'one field': { text: fill('A-1 ', HUGE) },
  'many fields': wide(),
  'many rows': rows(),
  'many rows as text': JSON.stringify(rows()),
  'JSON that was cut off': JSON.stringify(rows()).slice(0, HUGE),
  'quotes that never close': `{"a": "${fill('\\"', HUGE)}`,
  'keys without values': `{${fill('"a": ', HUGE)}`,
  'nested lists as text': `${'['.repeat(HUGE / 2)}${']'.repeat(HUGE / 2)}`,
};
