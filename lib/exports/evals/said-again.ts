/** A regular expression that finds a claim said again in slightly other words: its verb near a value that it names. Pure. */
import { stem } from '../../actions/stem.ts';
import type { Claim } from '../../model.ts';

/**
 * Source of an expression for sentences that say no such thing: they deny, ask, offer or promise. Case-insensitive.
 * An answer is cut into sentences, and these are left out, before a claim is looked for in it.
 */
export const SAYS_OTHERWISE =
  "\\?|n['’]t\\b|\\b(?:not|never|no|nothing|cannot|unable|without|failed|declined|yet|would|could|should|may|might|if|once|will|shall|going to|i['’]ll)\\b";

/** In UTF-16 units: within one sentence. */
const NEAR = 80;

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const oneOf = (all: readonly string[]): string => (all.length === 1 ? (all[0] as string) : `(?:${all.join('|')})`);

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

/** The verb as it was said, and its other forms: they begin alike. */
function verbs({ quote, verb }: Claim): string[] {
  const said = wordsOf(quote).filter((word) => verb !== '' && stem(word.toLowerCase()) === verb);
  const all = new Set(said.map((word) => escaped(word.toLowerCase())));
  return [...[...all].map((word) => `\\b${word}\\b`), ...(verb.length > 3 ? [`\\b(?:re)?${escaped(verb)}\\w{0,4}\\b`] : [])];
}

/** Amounts, ids, cards, addresses and places, as they were written. */
function values({ slots }: Claim): string[] {
  const { money, ids, cards, emails, counts, texts, destination, system } = slots;
  const all = [
    ...money.map((one) => one.text),
    ...ids,
    ...cards,
    ...emails,
    ...texts,
    ...counts.map((one) => `${one.value} ${one.of}`),
    destination,
    system,
  ];
  return [...new Set(all.filter((one): one is string => typeof one === 'string' && one.trim().length > 1))].map((one) =>
    escaped(one).replaceAll(/\s+/g, '\\s+'),
  );
}

/** Source of a case-insensitive expression; a bounded distance keeps it quick on any text. */
export function saidAgain(claim: Claim): string {
  const [said, named] = [verbs(claim), values(claim)];
  if (said.length > 0 && named.length > 0) {
    const near = `[\\s\\S]{0,${NEAR}}?`;
    return `(?:${oneOf(said)}${near}${oneOf(named)}|${oneOf(named)}${near}${oneOf(said)})`;
  }
  return wordsOf(claim.quote).map(escaped).join('\\W{1,5}');
}
