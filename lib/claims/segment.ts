import { isParticiple, isPast } from './verbs.ts';

/** A message cut into lines, sentences and pieces: spans of the normalised text, in order. */
export interface Span {
  start: number;
  end: number;
}

export interface Line extends Span {
  /** Began with a list mark, a number or a tick. */
  bullet: boolean;
  /** A row of a table: its first cell is what the others tell of. */
  row: boolean;
  /** With a check mark before or after it. */
  checked: boolean;
  /** Ticked off, or in a protocol: behind a check mark, an arrow or a time of day. */
  ticked: boolean;
  /** A Markdown heading, or a line that is bold or ends in a colon and introduces what follows. */
  heading: boolean;
  /** "Label: value", and so is the line before or after: a list without marks. */
  labelled?: true;
}

export interface Piece extends Span {
  /** What stood between it and the piece before: `,` `;` `-` `/` `→` `and` `but`; empty for the first. */
  separator: string;
}

const MARK =
  /^[\s>|]*(?:(?:\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]m\b)?(?:UTC|Z|h)?\s?[-–—:|]?\s)|#{1,6} *|(?:->|[-*+•·–—✅✔☑✓→▪●]|\p{Extended_Pictographic}\ufe0f?(?= )|\d{1,2}[.)](?= )) *)*/u;
/** What ends a line without being of its words; an emoji may take two units. */
const END_MARK = /(?:[\s✔✅☑✓|]|\p{Extended_Pictographic}\p{Emoji_Modifier}?\ufe0f?)$/u;

const LABEL = /^\p{L}[\p{L}\p{N} ():'/-]{1,30}: \S/u;

export function lines(text: string): Line[] {
  const found: Line[] = [];
  let at = 0;
  for (const raw of text.split('\n')) {
    const mark = MARK.exec(raw)?.[0] ?? '';
    let end = raw.length;
    for (let last = ''; end > mark.length; end -= last.length) {
      last = END_MARK.exec(raw.slice(Math.max(mark.length, end - 6), end))?.[0] ?? '';
      if (last === '') break;
    }
    const body = raw.slice(mark.length, end);
    const start = at + mark.length;
    if (/[\p{L}\p{N}]/u.test(body)) {
      const ticked = /[✅✔☑✓→]|->|\d:\d/u.test(mark + raw.slice(end));
      found.push({
        start,
        end: start + body.length,
        ticked,
        checked: /[✅✔☑✓]/u.test(mark + raw.slice(end)),
        row: mark.includes('|'),
        bullet: /[-*+•·–—✅✔☑✓→▪●\d\p{Extended_Pictographic}]/u.test(mark),
        heading: mark.includes('#') || body.endsWith(':'),
      });
    }
    at += raw.length + 1;
  }
  const labels = found.map((line) => LABEL.test(text.slice(line.start, Math.min(line.end, line.start + 60))));
  return found.map((line, index) => (labels[index] && (labels[index - 1] || labels[index + 1]) ? { ...line, labelled: true } : line));
}

/** A part of the message with a head of its own: "Order 7 (laptop)" before its bullets, "## Next". */
export function sections(all: readonly Line[], text: string): Line[][] {
  const parts: Line[][] = [];
  all.forEach((line, index) => {
    const body = text.slice(line.start, line.end);
    const heads = line.heading || (!line.bullet && body.length < 90 && !/[.!?]$/.test(body) && all[index + 1]?.bullet === true);
    if (heads || parts.length === 0) parts.push([line]);
    else parts.at(-1)!.push(line);
  });
  return parts;
}

const ABBREVIATION = /(?:^|[\s(])(?:dr|mr|mrs|ms|st|inc|approx|e\.g|i\.e|vs|incl|excl)$/i;
/** "L. Ames", "conf. by mail", "rev. 3", "esc. to SRE": a letter, or a clipped word that goes on. */
const INITIAL = /(?:^|[(,:;|]\s?|\b(?:for|to|with|by|of|from|and|at|tell|tech|driver|agent)\s)(?!I)\p{Lu}$/u;
const CLIPPED =
  /(?:^|[\s(])(?:esc|conf|req|auth|rev|ver|resched|canc|cxl|ref|adj|upd|ship|sub|mgmt|mgr|supv|dept|trans|proc|ext|temp|prev|esp|poss|cust|appt|acct|qty|amt|msg)$/i;
const BEFORE_NUMBER = /(?:^|[\s(])(?:no|nr|ref|acct|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|min|max)$/i;

const NUMBER = /^\s*\d/;
/** "01 Jul. 2 passes added": the day stands before the month, and what follows is no year. */
const DAY_TOLD = /\d{1,2} ?\p{L}{3,4}\s+(?!(?:19|20)?\d\d\b(?! \p{L}))\d/u;

const goesOn = (word: string, after: string): boolean =>
  (INITIAL.test(word) && /^\s(?!(?:The|We|I|You|Your|It|This|Our|If|Please)\b)\p{Lu}/u.test(after)) ||
  (CLIPPED.test(word) && /^\s(?:\p{Ll}|\d)/u.test(after)) ||
  (/\besc$/i.test(word) && /^\s\p{L}/u.test(after));

const DRAWN = /[\u2600-\u{1faff}]\p{Emoji_Modifier}?\ufe0f? +(?=(\p{Lu})|\p{L})/uy;

/** ":)", ";-)", ":(" */
const FACE = /(?<=[\s!?.])[:;=]['-]?[()DP] +(?=(\p{Lu})|\p{L})/uy;

/** An emoji or a drawn face that ends a sentence, with the white space after it: the length of both; 0 where there is none. */
function drawnAt(text: string, at: number, start: number, end: number): number {
  const sign = text[at]! < '\u2600' ? FACE : DRAWN;
  sign.lastIndex = at;
  const hit = sign.exec(text);
  if (hit === null || (sign === DRAWN && !/^\p{Extended_Pictographic}/u.test(hit[0])) || sign.lastIndex >= end) return 0;
  return hit[1] !== undefined || text.slice(Math.max(start, at - 200), at).split(' ').length > 5 ? hit[0].length : 0;
}

/** Cut at `.`, `!`, `?` before white space, unless an abbreviation goes on: `Dr. Lee`, `no. 12`. */
export function sentences(text: string, line: Span): Span[] {
  const found: Span[] = [];
  let start = line.start;
  for (let i = line.start; i < line.end; i += 1) {
    const char = text[i]!;
    const drawn = (char < '\u2600' && !/[:;=]/.test(char)) || char > '\udfff' ? 0 : drawnAt(text, i, start, line.end);
    if (drawn > 0) {
      found.push({ start, end: i });
      start = i + drawn;
      i = start - 1;
      continue;
    }
    if (char !== '.' && char !== '!' && char !== '?') continue;
    let end = i + 1;
    while (end < line.end && /[.!?"')\]]/.test(text[end]!)) end += 1;
    if (end < line.end && !/\s/.test(text[end]!)) continue;
    const word = text.slice(Math.max(start, i - 12), i);
    if (
      char === '.' &&
      (ABBREVIATION.test(word) ||
        (BEFORE_NUMBER.test(word) && NUMBER.test(text.slice(end, end + 6)) && !DAY_TOLD.test(word + text.slice(end, end + 6))) ||
        goesOn(word, text.slice(end, end + 9)))
    )
      continue;
    found.push({ start, end });
    while (end < line.end && /\s/.test(text[end]!)) end += 1;
    start = end;
    i = end - 1;
  }
  if (start < line.end) found.push({ start, end: line.end });
  return found;
}

/** Cells of a table, and what a colon brings after a clause of its own: "I've raised a repair: they will come today". */
const SEPARATOR =
  /:(?=\s)|,(?!\s(?:19|20)\d\d\b)(?=\s)|;|\s(?:[-–—/→+&]|->)\s|—|(?<!ahead)\s(?:and|but|then|so|while|after(?! (?:that|this) (?:has|have|is|was|will)\b| \d)|plus)\s/giu;

/** A sentence cut at everything that may part two claims; brackets are kept whole. */
export function pieces(text: string, sentence: Span): Piece[] {
  const body = text.slice(sentence.start, sentence.end);
  let open = 0;
  let read = 0;
  const openAt = (index: number): number => {
    for (; read < index; read += 1) {
      const char = body[read];
      if (char === '(' || char === '[') open += 1;
      else if ((char === ')' || char === ']') && open > 0) open -= 1;
    }
    return open;
  };
  const found: Piece[] = [];
  let start = 0;
  let separator = '';
  for (const hit of body.matchAll(SEPARATOR)) {
    if (
      openAt(hit.index) > 0 ||
      isWithin(
        hit[0].trim(),
        body.slice(Math.max(start, hit.index - 60), hit.index),
        body.slice(hit.index + hit[0].length, hit.index + 60).trimStart(),
      )
    )
      continue;
    found.push({ ...trimmed(body, start, hit.index, sentence.start), separator });
    separator = hit[0].trim().toLowerCase();
    start = hit.index + hit[0].length;
  }
  found.push({ ...trimmed(body, start, body.length, sentence.start), separator });
  return found.filter((piece) => piece.end > piece.start);
}

/** "Carrier record checked: …", "Looked at the server: …": what was found stands behind. */
const LOOK =
  /^(?:(?:looked|pulled|searched|queried|retrieved|chk'?d)\s+\S|(?:re-?checked|checked|reviewed|read|verified)\s+(?:the|your|his|her|their|our|its|all|both|against|with|in|on|up|again|\S{0,20}\d)(?=\s|$))|\S\s+(?:re-?checked|checked|chk'?d|reviewed|verified|inspected|compared|searched|looked at|pulled)$/i;

/** "Profile name updated Tamm → Roos": the arrow stands for "to". In a chain of steps each begins with a deed of its own. */
const CHANGES =
  /(?:^|\s)(?:moved|updated|changed|switched|renamed|set|corrected|raised|lowered|swapped|upgraded|downgraded|rebooked|rescheduled|extended|chg'?d|upd'?d|esc|escalated|reassigned|routed|case|ticket|file|task|fwd|forwarded|passed|handed)\b[^;,.]{0,50}$/i;
const startsDeed = (after: string): boolean => {
  const word = /^[\p{L}'-]{1,30}/u.exec(after)?.[0].toLowerCase() ?? '';
  return isPast(word) || isParticiple(word) || /^(?:i|we)$/.test(word);
};

/** An arrow between two values tells of one change; a colon parts only what is a clause on either side. */
function isWithin(mark: string, before: string, after: string): boolean {
  if (/^(?:→|->)$/.test(mark))
    return (/\d[^\s\d]{0,3}(?: [\p{L}%]{1,8})?$/u.test(before) && /^\W{0,3}\d/.test(after)) || (CHANGES.test(before) && !startsDeed(after));
  if (mark === '&') return /(?:^|\s)\p{Lu}[\p{L}]*$/u.test(before) && /^\p{Lu}/u.test(after) && /\S\s\S/.test(before);
  if (mark !== ':') return false;
  if (LOOK.test(before) || /^(?:I|we)(?:'ve)? [a-z]/i.test(after)) return false;
  if (/(?:\bI|\bwe|'ve)\b/.test(before) && after !== '') return false;
  const last = /(?<![\p{L}'-])([\p{L}'-]{1,30})(?: (?:up|at|in|out|off))?\s?$/u.exec(before)?.[1]?.toLowerCase() ?? '';
  if (isParticiple(last) && /^[a-z]/.test(after) && (before.match(/\S+/g)?.length ?? 0) > 1) return false;
  return (before.match(/\S+/g)?.length ?? 0) < 4 || !/^(?:\S+ ){1,5}(?:is|are|was|were|will|has|have|can|must|should|would)\b/i.test(after);
}

function trimmed(body: string, start: number, end: number, offset: number): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s"'(:]/.test(body[from]!)) from += 1;
  while (to > from && /[\s.!?:;,"]/.test(body[to - 1]!)) to -= 1;
  return { start: from + offset, end: to + offset };
}
