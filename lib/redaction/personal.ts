/** Where a text holds something personal: e-mail addresses, phone, card and account numbers, postal addresses, names, a team's own patterns. Pure. */

export type Kind = 'email' | 'phone' | 'card' | 'account' | 'address' | 'name' | 'field' | 'pattern';

export interface Found {
  kind: Kind;
  from: number;
  to: number;
}

/** What is looked for besides what everybody looks for. */
export interface Personal {
  /** Of the people whose ticket it is. */
  names: readonly string[];
  /** Regular expressions of the team. */
  patterns: readonly string[];
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

/** The check digit of card numbers. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const twice = digit * 2;
    sum += i % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

/** The check digits of account numbers (ISO 13616). */
function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '').toUpperCase();
  if (compact.length < 15 || compact.length > 34) return false;
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}

const DAY = /^(?:\d{1,2}[-./ ]\d{1,2}[-./ ]\d{4}|\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2})$/;

const isPhone = (text: string): boolean => {
  const { length } = digitsOf(text);
  return length >= 7 && length <= 15 && !DAY.test(text.trim());
};

const STREET =
  'street|st|road|rd|lane|ln|avenue|ave|drive|dr|court|ct|boulevard|blvd|way|place|pl|square|sq|terrace|close|crescent|highway|hwy|parkway|pkwy|row|mews|gardens|hill|quay|grove';

/** What has a shape of its own. Each looks at a bounded piece of text from where it begins. */
const SHAPES: readonly { kind: Kind; shape: RegExp; is?(text: string): boolean }[] = [
  { kind: 'email', shape: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu },
  { kind: 'account', shape: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])/g, is: isIban },
  { kind: 'card', shape: /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d])/g, is: (text) => isLuhn(digitsOf(text)) },
  { kind: 'phone', shape: /(?<![\w+])\+\d[\d ()./-]{5,20}\d(?!\w)/g, is: isPhone },
  { kind: 'phone', shape: /(?<!\w)\(\d{2,5}\)[ -]?\d[\d -]{4,12}\d(?!\w)/g, is: isPhone },
  { kind: 'phone', shape: /(?<![\w.-])\d{3}[-. ]\d{3}[-. ]\d{4}(?![\w-])/g, is: isPhone },
  { kind: 'phone', shape: /(?<![\w.,:#-])0\d[\d ()/-]{5,14}\d(?![\w-])/g, is: isPhone },
  {
    kind: 'address',
    shape: new RegExp(
      `(?<![\\w.])\\d{1,5}[a-zA-Z]?,? (?:\\p{Lu}[\\p{L}'’.-]{0,30} ){1,4}(?:${STREET}|${STREET.toUpperCase()}|${capitals(STREET)})\\b\\.?`,
      'gu',
    ),
  },
  {
    kind: 'address',
    shape:
      /(?<!\p{L})\p{Lu}[\p{L}-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|laan|straat|plein|kade|vej|gade|gatan|gata|vägen|katu)(?: \p{L}{1,20})? \d{1,4} ?[a-zA-Z]?(?![\w])/gu,
  },
  {
    kind: 'address',
    shape: /(?<![\w.])\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|place|chemin|impasse|allée|quai|route|cours) (?:[\p{L}'’.-]{1,30} ?){1,6}/gu,
  },
  {
    kind: 'address',
    shape:
      /(?<!\p{L})(?:Calle|Avenida|Av\.|Plaza|Via|Viale|Piazza|Corso|Rua|Praça|Avinguda|Carrer|ul\.) (?:[\p{L}'’.-]{1,30} ){0,5}[\p{L}'’.-]{1,30},? \d{1,4}[a-zA-Z]?(?!\w)/gu,
  },
  // Postal codes that look like nothing else: of the United Kingdom and of Canada.
  { kind: 'address', shape: /(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d)(?![\w-])/g },
];

function capitals(words: string): string {
  return words
    .split('|')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('|');
}

/** What follows a street and belongs to it: parts with a postal code, and what stands between. */
const PART = /^(?:,\s?|\s?\n\s?|\s)[^,\n]{2,40}/;
const POSTAL = /\b\d{4,6}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]\d[A-Z] \d[A-Z]\d\b/;
const PLACE = /^[,\s]*(?:[A-Z]{1,2}-)?[\d\p{Lu}][\p{L}\d '’.-]*$/u;

/** Where an address ends that begins with a street ending at `to`. */
function endOfAddress(text: string, to: number): number {
  let at = to;
  let end = to;
  for (let parts = 0; parts < 3; parts += 1) {
    const part = PART.exec(text.slice(at, at + 60))?.[0];
    if (!part || !PLACE.test(part)) break;
    at += part.length;
    const code = POSTAL.exec(part);
    if (code)
      end = /[\p{L}]/u.test(part.slice(code.index + code[0].length))
        ? at - part.length + placeEnd(part, code)
        : at - part.length + code.index + code[0].length;
  }
  return end;
}

/** The place's name behind its code: words that begin with a capital. */
function placeEnd(part: string, code: RegExpExecArray): number {
  const behind = code.index + code[0].length;
  return behind + (/^(?: \p{Lu}[\p{L}'’-]*)*/u.exec(part.slice(behind))?.[0].length ?? 0);
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as a whole in any case; its parts only as names are written. */
function namePatterns(names: readonly string[]): RegExp[] {
  const word = (inner: string, flags: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`, flags);
  const whole = names.map((name) => name.trim()).filter((name) => name.length >= 3 && /\p{L}/u.test(name) && !name.includes('@'));
  const parts = whole.flatMap((name) => name.split(/[\s,]+/)).filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part));
  const all = [...new Set(parts.flatMap((part) => [part, part.toUpperCase()]))];
  return [
    ...(whole.length > 0 ? [word(whole.map(escaped).join('|'), 'giu')] : []),
    ...(all.length > 0 ? [word(all.map(escaped).join('|'), 'gu')] : []),
  ];
}

/** Texts longer than this are looked through by a team's pattern no further. In UTF-16 units. */
const MOST_FOR_PATTERNS = 20_000;

/** Looks for all of it; compiled once for many texts. Ranges come in order and do not overlap. */
export function finderOf({ names, patterns }: Personal): (text: string) => Found[] {
  const called = namePatterns(names);
  const own = patterns.map((pattern) => new RegExp(pattern, 'gu'));
  const every = (text: string, shape: RegExp, kind: Kind): Found[] =>
    [...text.matchAll(shape)].filter((match) => match[0] !== '').map((match) => ({ kind, from: match.index, to: match.index + match[0].length }));
  return (text) => {
    const found = SHAPES.flatMap(({ kind, shape, is }) =>
      every(text, shape, kind)
        .filter(({ from, to }) => !is || is(text.slice(from, to)))
        .map((one) => (kind === 'address' ? { ...one, to: endOfAddress(text, one.to) } : one)),
    );
    found.push(...called.flatMap((shape) => every(text, shape, 'name')));
    found.push(...own.flatMap((shape) => every(text.slice(0, MOST_FOR_PATTERNS), shape, 'pattern')));
    return merged(found);
  };
}

/** The longest of those that overlap stands for all of them. */
function merged(found: Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found.sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1);
    if (last && one.from < last.to) last.to = Math.max(last.to, one.to);
    else kept.push({ ...one });
  }
  return kept;
}

/** Names of fields whose values are personal, whatever they look like. */
export const PERSONAL_FIELD =
  /(?:^|[_.-]|[a-z](?=[A-Z]))(?:e[_-]?mail(?:[_-]?address)?|phone(?:[_-]?number)?|mobile|address(?:[_-]?line)?[_-]?\d?|street|post(?:al)?[_-]?code|zip(?:[_-]?code)?|iban|card[_-]?number|(?:first|last|full|sur|given|family)[_-]?name|date[_-]?of[_-]?birth|dob|birth(?:day|date)|ssn|passport(?:[_-]?number)?|ip[_-]?address)$/i;
