/** What a claim names: money, ids, cards, addresses, dates, counts, a destination, a system. */
import type { Iso, Slots } from '../model.ts';
import { DATES, dates } from './dates.ts';
import { type Amount, moved } from './money.ts';
import { relativeDays } from './relative-days.ts';

/** The text with a space for each hit; they stand in its order. */
function without(text: string, hits: readonly Amount[]): string {
  const ends = [0, ...hits.map((hit) => hit.index + hit.length)];
  return [...hits.map((hit, index) => text.slice(ends[index], hit.index)), text.slice(ends.at(-1))].join(' ');
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const CARD = /(?:\bending(?: in| with)?|\bends in|x{4}|\*{1,4}|•{2,4})[\s#-]?\s?(\d{4})\b/gi;
const IP = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
/** An id has a digit and is more than a plain small number: `INV-20931`, `#W1042`, `cus_81Q`, `88213`, `q17`. */
const ID = /#?[A-Za-z0-9][A-Za-z0-9_-]{0,40}/g;

const NUMERALS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  another: 1,
  one: 1,
  both: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const COUNT =
  /(?<![\w$€£.,:#*-])(\d{1,3}(?:[,']\d{3})+|\d{1,6}(?:\.\d{1,3})?|both|two|three|four|five|six|seven|eight|nine|ten)[ -]((?:[a-z][a-z-]{1,20} ){0,2}[a-z][a-z-]{1,20})/gi;
const COUNT_ENDS = /\s(?:to|for|of|in|on|at|from|by|as|and|with|has|have|had|was|were|is|are|been|your|the|our|per)\b.*$/is;
const NO_COUNT =
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|am|pm|mo|business|working|digits?|characters|days?|hours?|hrs?|weeks?|months?|minutes|years?|is|are|was|were|has|have|st|nd|rd|th|to|in|on|at|for|of|from|and|x|usd|eur|gbp|cad|aud|dollars?|euros?|pounds?)\b/i;

/** "*A* spare *key* was added": one more than before. */
const ADDED_ONE =
  /^(an?|another|one)(?: (?:extra|additional|more))* ((?:[a-z-]{2,20} ){0,2}[a-z-]{2,20}) (?:has|have|was) .{0,20}\b(?:added|removed)\b/i;

export function counts(text: string): Slots['counts'] {
  return [...text.matchAll(COUNT), ...(ADDED_ONE.exec(text) ? [ADDED_ONE.exec(text)!] : [])]
    .filter((hit) => !NO_COUNT.test(hit[2]!) && !/^0\d/.test(hit[1]!))
    .map((hit) => ({
      value: NUMERALS[hit[1]!.toLowerCase()] ?? Number(hit[1]!.replace(/[,']/g, '')),
      of: hit[2]!.toLowerCase().replace(COUNT_ENDS, ''),
    }));
}

const PLACE = String.raw`((?:the |our |your )?[\p{L}\p{N}#&(][\p{L}\p{N}&()#' .-]{0,60})`;
const TO = new RegExp(String.raw`(?:\b(?:to|with|in|into|for|at|by)|\bw\/)\s${PLACE}`, 'iu');
const AFTER_VERB = new RegExp(
  String.raw`^(?:looped in|paged|pinged|asked|notified|assigned|assigned to|\p{L}{2,12} ?(?:→|->|=>|⇒)|→|->|=>|⇒)[:\s]\s{0,3}${PLACE}`,
  'iu',
);
const PLACE_ENDS =
  /\s(?:per|as|for|so|about|re|regarding|because|due|under|who|which|that|from|via|after|before|via|on(?!-)|until|since|right|immediately|now|today|directly|shortly|and (?:they|it|he|she|we|will|you|i))\b.*$|\s(?:w\/).*$|\s\($/isu;

/** "*To hear what happened*", "*to go through the papers*". */
const AN_AIM =
  /\bto (?!the\b|our\b|a\b|an\b|your\b)[a-z]{2,20} (?:you|it|them|him|her|the|your|our|their|an?|this|that|these|those|what|how|when|why|if|whether|through|about|with)\b.*$/s;
/** "In the next few minutes". */
const A_TIME =
  /^(?:(?:next|last|coming|few|\d{1,3}|an?|within) ?){0,3}(?:minutes?|hours?|days?|weeks?|months?|morning|afternoon|evening)$|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d)/i;

/** Where something was handed to: "escalated to AE per policy" -> "AE". */
export function destination(text: string): string | undefined {
  const direct = AFTER_VERB.exec(text)?.[1];
  const place =
    direct && !/^(?:to|in)\s/i.test(direct)
      ? direct
      : TO.exec(text.replace(/\b(?:looped in|looping in)\b/i, 'looped in to').replace(AN_AIM, ''))?.[1];
  const name = place
    ?.replace(PLACE_ENDS, '')
    .replace(/^(?:the|our|your|a|an)\s/i, '')
    .replace(/(?<![.,;:\s])[.,;:\s]+$/, '')
    .trim();
  return name === undefined || name === '' || A_TIME.test(name) ? undefined : name;
}

const SYSTEM = /\b(?:in|via|through|using|within)\s(?:our\s|the\s)?([A-Z][\p{L}\p{N}]*(?:\s[A-Z][\p{L}\p{N}]*)?)(?=$|[\s,.;)])/u;
const NO_SYSTEM =
  /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|I$|You|Your|The|A$|AM|PM|Visa|Mastercard|Amex|Card|Order|Business|Economy|Gold|Silver)/;

/** A named outside system, capitalised after a preposition: "confirmed billing in Stripe" -> "Stripe". */
export function system(text: string): string | undefined {
  const name = SYSTEM.exec(text)?.[1];
  return name && !NO_SYSTEM.test(name) && !/\d/.test(name) ? name : undefined;
}

/** "All *except A-200*", "A-100 *instead of A-200*". */
const LEFT_OUT = /\b(?:except|excluding|other than|apart from|instead of|rather than)\b.*$/is;

/** "Changed from A to *B*", "updated to *B*". */
const NEW_VALUE =
  /\b(?:chang|updat|renam|correct|set|switch|amend|modif|edit)\w{0,9}\b.{0,120}?\bto[:\s]\s{0,3}["']?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){1,3}|\p{Lu}[\p{L}.'-]+(?: [\p{L}.'-]+){0,2} \d{1,5}[a-z]?|\d{1,5}[a-z]? \p{Lu}[^;!?\n]{4,80})["']?\s?$/u;
/** "Now in the name of *Jo Marsh*". */
const IN_THE_NAME = /\b(?:in|to|under|carries) the name(?: of)? (\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){1,3})/u;
/** 'The title was corrected to *"Manager"*'. */
const QUOTED_VALUE = /\b(?:to|as|now (?:says|reads)) "([^"]{2,80})(?:"|$)/i;
const texts = (text: string): string[] => {
  const value = NEW_VALUE.exec(text)?.[1] ?? IN_THE_NAME.exec(text)?.[1] ?? QUOTED_VALUE.exec(text)?.[1];
  return value === undefined ? [] : [value.trim()];
};

/** A booking code may be all letters; told by the noun before it. */
const LETTER_CODE = /\b(?:reservation|booking|confirmation|record locator|reference|pnr)(?: (?:id|number|no\.?|code))?[:\s#]{1,3}([A-Z]{5,8})\b/g;

/** "From 5 *to 8*", "250 GB *→ 400 GB*": what was there before is no value of the claim. */
const BEFORE = /\bfrom (?:[^\s,;]{1,30} ){1,5}?to (?=\S)|(?<![^\s,;])[^\s,;\d]{0,12}\d[^\s,;]{0,20}(?: \p{L}{1,8})? (?:→|->|=>) ?/giu;

/** "£48.00, *not £84.00*". */
const NOT_THIS = /(?:,? (?:and )?|\()not (?=[^a-z]{0,3}\d)[^\s;)]{1,20}/g;

/** "Checked bags: 2". */
function labelledCount(text: string): Slots['counts'] {
  const hit = /^\W{0,4}([\p{L}][\p{L} -]{2,30})\W{0,4}:\W{0,4}(\d{1,4})(?=$|\s*\(|\s\p{L})/u.exec(text);
  return hit ? [{ value: Number(hit[2]), of: hit[1]!.toLowerCase() }] : [];
}

/** "Headcount *raised from 28 to 34*" (the old value is gone by then): the new number of what stands before. */
const CHANGED_TO =
  /([\p{L}][\p{L} -]{2,40}?):? (?:(?:is|was|are|were|has|have|been|now) ){0,2}(?:raised|reduced|increased|lowered|decreased|changed|updated|cut|dropped|bumped|corrected) to (\d{1,6})(?=$|[,.;!)])/iu;
const changedTo = (text: string): Slots['counts'] => {
  const hit = CHANGED_TO.exec(text);
  return hit ? [{ value: Number(hit[2]), of: hit[1]!.toLowerCase() }] : [];
};

/** "The August visits (4)". */
const inBrackets = (text: string): Slots['counts'] =>
  [...text.matchAll(/\b([\p{L}-]{3,20}s) \((\d{1,2})\)/gu)].map((hit) => ({ value: Number(hit[2]), of: hit[1]!.toLowerCase() }));

/** Digits in groups: "07700 900461", "+49 151 0000 7718". */
const PHONE = /(?<![\w#-])(?:\+\d{1,3}|0\d{2,4})(?:[ -]\d{2,8}){1,4}(?!\d)/g;

/** @param at when the message was written, for days told from there. */
export function slotsOf(whole: string, kind: string, at?: Iso | null): Slots {
  const text = whole.replace(NOT_THIS, ' ').replace(BEFORE, (old) => (/to $/i.test(old) ? 'to ' : ''));
  const paid = moved(text);
  const rest = without(text, paid).replace(LEFT_OUT, ' ');
  const emails = rest.match(EMAIL) ?? [];
  const cards = [...rest.matchAll(CARD)].map((hit) => hit[1]!);
  const ips = rest.match(IP) ?? [];
  const on = dates(rest);
  const undated = DATES.reduce((left, pattern) => left.replace(pattern, ' '), rest);
  const phones = (rest.match(PHONE) ?? []).map((phone) => phone.replace(/[ -]/g, ''));
  const plain = undated
    .replace(PHONE, ' ')
    .replace(EMAIL, ' ')
    .replace(CARD, ' ')
    .replace(IP, ' ')
    .replace(/\d{1,2}:\d{2}(?:\s?[ap]m)?/gi, ' ')
    .replace(/\b\d{1,3}(?:,\d{3})+\b/g, ' ');
  const ids = (plain.match(ID) ?? []).filter(
    (id) =>
      /\d/.test(id) &&
      (/^\d{4,}$/.test(id) || /[A-Za-z#]/.test(id)) &&
      !/^(?:\d{1,3}[a-z]{1,3}|\d{1,4}-[a-z]+|20\d\d|[A-Za-z]\d)$/.test(id) &&
      id.length > 2 &&
      !/^\d{1,2}-\d{1,2}$/.test(id),
  );
  const codes = [...plain.replace(/\b[RBCP](?=eservation|ooking|onfirmation)/g, (letter) => letter.toLowerCase()).matchAll(LETTER_CODE)].map(
    (hit) => hit[1]!,
  );
  const slots: Slots = {
    money: paid.map(({ amount, currency, text: written }) => ({ amount, ...(currency ? { currency } : {}), text: written })),
    ids: [...ids, ...codes, ...ips, ...phones],
    cards,
    emails,
    dates: on,
    counts: [...counts(undated), ...labelledCount(undated), ...changedTo(undated), ...inBrackets(undated)],
    texts: texts(text),
    about: [],
  };
  const days = on.length === 0 ? relativeDays(rest, at) : [];
  if (days.length > 0) slots.days = days;
  const to = kind === 'escalation' ? destination(text) : undefined;
  if (to) slots.destination = to;
  const used = kind === 'escalation' || on.length + ids.length > 0 || text.split(/\s+/).length > 8 ? undefined : system(text);
  if (used) slots.system = used;
  return slots;
}
