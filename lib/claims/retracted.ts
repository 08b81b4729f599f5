/** Claims that a later message of the agent takes back. Pure. */
import type { Claim, Message, Slots } from '../model.ts';
import { isSame, nameOf } from './same-thing.ts';
import { slotsOf } from './slots.ts';
import { type TakenBack, takenBack } from './taken-back.ts';

export interface Told {
  message: Message;
  claims: readonly Claim[];
}

/** Does the record support the claim, said in this message? */
type BorneOut = (claim: Claim, message: Message) => boolean;

/**
 * Ids of the claims that were taken back: by words that deny the same thing, or that tell it anew as the record has it. What the record
 * supports stays as it was said; a correction that the record does not bear out takes nothing back; and what the customer was told is
 * taken back before the customer, not in a note.
 *
 * @param told the messages that may claim something, in the order of time.
 */
export function retractedIn(told: readonly Told[], isBorneOut: BorneOut): Set<string> {
  const agents = told.filter(({ message }) => message.author.kind === 'ai-agent');
  const retracted = new Set<string>();
  agents.forEach((later, index) => {
    const back = index === 0 ? null : takenBack(later.message.text);
    if (back === null || isNothing(back)) return;
    const before = agents.slice(0, index).filter(({ message }) => message.visibility === 'internal' || later.message.visibility === 'public');
    const open = before.map(({ message, claims }) => ({
      message,
      claims: claims.filter((claim) => claim.status !== 'denied' && !retracted.has(claim.id) && !isBorneOut(claim, message)),
    }));
    const last = open[before.findLastIndex(({ claims }) => claims.length > 0)]?.claims ?? [];
    for (const id of takenFrom(open, last, later, back, isBorneOut)) retracted.add(id);
  });
  return retracted;
}

const isNothing = ({ denied, unnamed, disregarded, anew }: TakenBack): boolean => denied.length + disregarded.length + anew.length === 0 && !unnamed;

/** @param last what is open of the message before: "disregard my last message" means these. */
function takenFrom(open: readonly Told[], last: readonly Claim[], later: Told, back: TakenBack, isBorneOut: BorneOut): string[] {
  const claims = open.flatMap((one) => one.claims);
  const names = back.denied.map(nameOf);
  const named = claims.filter((claim) => names.some((name) => isSame(claim, name) && agrees(claim.slots, slotsOf(name.text, claim.kind))));
  const voided = last.filter((claim) => back.disregarded.some((words) => isOf(claim, words)));
  const writes = last.filter((claim) => claim.kind !== 'read');
  const unnamed = back.unnamed && named.length + voided.length === 0 && writes.length === 1 ? writes : [];
  const gone = new Set([...named, ...voided, ...unnamed]);
  const isBorne = (claim: Claim): boolean => isBorneOut(claim, later.message);
  return claims
    .filter((claim) => {
      const anew = toldAnew(claim, later, back);
      if (gone.has(claim)) return anew.length === 0 || anew.some(isBorne);
      return anew.some(isBorne) || corrected(claim, back).some(isBorne);
    })
    .map((claim) => claim.id);
}

/** The later message's own claims of the same thing. */
const toldAnew = (claim: Claim, later: Told, back: TakenBack): Claim[] =>
  later.claims.filter(
    (one) =>
      one.status !== 'denied' &&
      (one.kind === 'read') === (claim.kind === 'read') &&
      back.anew.some((span) => span.marked && one.start >= span.start && one.end <= span.end) &&
      isSame(claim, { deeds: [one.verb], words: one.words, text: one.quote }),
  );

const LISTS = ['ids', 'cards', 'emails', 'dates', 'texts'] as const;

/** Before the value that was wrong, which is no value of what the sentence itself tells. */
const INSTEAD = /,? (?:(?:and )?not|rather than|instead of) /gi;

/** The claim with the values that a correction gives it: "it was £48, not £84". */
function corrected(claim: Claim, back: TakenBack): Claim[] {
  if (claim.kind === 'read') return [];
  return back.anew.flatMap((span) => {
    const said = slotsOf(span.text, claim.kind);
    const isMeant =
      agrees(claim.slots, slotsOf(span.text.replace(INSTEAD, ', '), claim.kind), true) || (span.marked && isSame(claim, nameOf(span.text)));
    if (!isMeant) return [];
    const slots: Slots = { ...claim.slots };
    const { money, counts } = claim.slots;
    const paid = said.money.filter((one) => !money.some((old) => old.amount === one.amount));
    if (money.length > 0 && paid.length > 0) slots.money = paid;
    const counted = said.counts.filter((one) => counts.some((old) => old.of === one.of) && !counts.some((old) => old.value === one.value));
    if (counted.length > 0) slots.counts = counted;
    for (const list of LISTS) {
      const fresh = said[list].filter((value) => !claim.slots[list].includes(value));
      if (claim.slots[list].length > 0 && fresh.length > 0) slots[list] = fresh;
    }
    const isChanged = slots.money !== money || slots.counts !== counts || LISTS.some((list) => slots[list] !== claim.slots[list]);
    return isChanged ? [{ ...claim, slots }] : [];
  });
}

/** No value of a kind that both name is another one; with `named`, at least one is the same. */
function agrees(a: Slots, b: Slots, named = false): boolean {
  const kinds: (readonly [readonly (string | number)[], readonly (string | number)[]])[] = [
    [a.money.map((one) => one.amount), b.money.map((one) => one.amount)],
    [a.counts.map((one) => one.value), b.counts.map((one) => one.value)],
    ...LISTS.map((list) => [a[list], b[list]] as const),
  ];
  const both = kinds.filter(([one, two]) => one.length > 0 && two.length > 0);
  const shares = both.filter(([one, two]) => one.some((value) => two.includes(value)));
  return named ? shares.length > 0 : shares.length === both.length;
}

const VALUE_WORDS: readonly (readonly [RegExp, (claim: Claim) => boolean])[] = [
  [/\baddress\b/i, ({ slots }) => slots.emails.length + slots.texts.length > 0],
  [/\b(?:amount|figure|sum|total|price)\b/i, ({ slots }) => slots.money.length > 0],
  [/\b(?:dates?|day|time)\b/i, ({ slots }) => slots.dates.length > 0],
  [/\b(?:number|reference|code|id)\b/i, ({ slots }) => slots.ids.length > 0],
];

/** Is it what was to be disregarded: a kind of value that it tells, the thing itself, or all that was said? */
const isOf = (claim: Claim, words: string): boolean =>
  /^(?:all of |everything |the whole of |that )?$/i.test(words) ||
  VALUE_WORDS.some(([pattern, has]) => pattern.test(words) && has(claim)) ||
  isSame(claim, nameOf(words));
