/**
 * No regular expression of the library may blow up: on four times the text each takes about four times as long, whatever the text repeats.
 */
import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { GROWTH, growth, repeated } from './growth.ts';

interface Found {
  at: string;
  regex: RegExp;
}

/** The literals of a file, and how many it puts together while it runs. */
function literalsOf(file: string): { found: Found[]; built: number } {
  const source = readFileSync(file, 'utf8');
  const found: Found[] = [];
  let built = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, callee, start } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      callee?: { name?: string };
      start: number;
    };
    const line = () => source.slice(0, start).split('\n').length;
    if (type === 'Literal' && regex) found.push({ at: `${file}:${line()}`, regex: new RegExp(regex.pattern, regex.flags) });
    if (type === 'NewExpression' && callee?.name === 'RegExp') built += 1;
    Object.values(node).forEach(visit);
  };
  visit(parseSync(file, source).program);
  return { found, built };
}

/** What is repeated: single characters of each class, pairs at whose seams words begin and end, and the expression's own words. */
const CHARACTERS = [
  ...' \t\n\r\u2028.,;:\'"/\\-_()[]{}<>@#$€*+=|!?%&0aAªé→',
  'ab',
  'Ab',
  'aª',
  'Aª',
  'tªAª',
  '0,',
  '0.',
  '0 ',
  'a ',
  'A ',
  'a. ',
  "a'",
  'a-',
  'a@',
  '> ',
  'a="',
];
const pumpsOf = ({ source }: RegExp): string[] => {
  const words = [...new Set(source.replace(/\\[pP]\{[^}]*\}|\\./g, ' ').match(/[a-z]{2,}/gi) ?? [])].slice(0, 12);
  return [...CHARACTERS, ...words.flatMap((word) => [`${word} `, ` ${word}\ta`, `${word}, `, ` ${word}/`])];
};

/** Looks for all that it finds, as the library does; a sticky one is tried at every place. */
function search(regex: RegExp, text: string): void {
  if (regex.sticky) {
    for (let i = 0; i < text.length; i += 1) {
      regex.lastIndex = i;
      regex.exec(text);
    }
  } else if (regex.global) text.replace(regex, '');
  else regex.exec(text);
}

/** What it blows up on, as a sentence; nothing where it does not. */
function blowUp({ regex, at }: Found): string[] {
  for (const pump of pumpsOf(regex)) {
    for (const end of ['', '\n\u0000,']) {
      const times = growth(
        (text) => search(regex, text),
        5_000,
        (length) => repeated(pump, length) + end,
      );
      if (times >= GROWTH) return [`${at} ${regex} takes ${times.toFixed(0)} times as long for four times ${JSON.stringify(pump)}`];
    }
  }
  return [];
}

const files = globSync('lib/**/*.ts').sort();
const read = files.map((file) => ({ file, ...literalsOf(file) }));

describe('regular expressions', () => {
  test('are all found', () => {
    expect(read.flatMap((one) => one.found).length).toBeGreaterThan(200);
  });

  test('that blow up are told from those that do not', () => {
    const one = (regex: RegExp) => blowUp({ at: 'here', regex }).length > 0;
    expect(one(/\s+$/)).toBe(true);
    expect(one(/\b(?:if|when)\s[^,]*$/)).toBe(true);
    expect(one(/(?<!\s)\s+$/)).toBe(false);
    expect(one(/\d{1,15}\s?usd/)).toBe(false);
  });

  test.each(read.filter((one) => one.found.length > 0))('of $file do not', ({ found }) => {
    expect(found.flatMap(blowUp)).toEqual([]);
  });
});

describe('regular expressions that are put together', () => {
  const made: Found[] = [];
  const building = read.filter((one) => one.built > 0 && !one.file.startsWith('lib/settings'));

  beforeAll(async () => {
    const Own = globalThis.RegExp;
    globalThis.RegExp = new Proxy(Own, {
      construct: (target, [pattern, flags], self) => {
        const regex = Reflect.construct(target, [pattern, flags], self === globalThis.RegExp ? target : self) as RegExp;
        made.push({ at: 'put together', regex });
        return regex;
      },
    });
    for (const { file } of building) await import(`../../${file}`);
    globalThis.RegExp = Own;
  });

  test('do not', () => {
    expect(made.length).toBeGreaterThanOrEqual(building.reduce((sum, one) => sum + one.built, 0));
    expect(made.flatMap(blowUp)).toEqual([]);
  });
});
