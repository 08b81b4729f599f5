/** Whether other words tell of the same thing as a claim: the same deed on the same things. Pure. */
import { kin } from '../actions/families.ts';
import { actionOf } from '../actions/index.ts';
import { contentWords, stem } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim } from '../model.ts';
import { classify } from './classify.ts';
import { wordsOf } from './forms/words.ts';
import { isLight, isParticiple, isSpeech } from './verbs.ts';

export interface Name {
  /** Verbs, as written or as stems. */
  deeds: readonly string[];
  /** Content words as stems, verbs included. */
  words: readonly string[];
  text: string;
}

/** "Did not *go*", "has not been *shipped*": what may look like anything by itself. */
const AFTER_HELPER =
  /\b(?:(?:did|do|does|could|can|will|would)(?: not|n't)|cannot|can't|won't|(?:un)?able to|been|be)(?: yet| actually| in fact| ever| successfully)? ([\p{L}-]{2,})/giu;

/** The deeds and things of a few words. */
export function nameOf(text: string): Name {
  const written = wordsOf(text).map((word) => word.text);
  const participles = written.filter((word) => !isSpeech(word) && (isParticiple(word) || /(?<!e)ed$/.test(word)));
  const helped = [...text.matchAll(AFTER_HELPER)].map((hit) => hit[1]!.toLowerCase()).filter((word) => !/^(?:be|been|not|able)$/.test(word));
  return { deeds: [...new Set([...participles, ...helped])], words: contentWords(text), text };
}

/** The ticket itself, and words that name no thing of their own. */
const NO_THING = new Set(
  'ticket case request issu matter thing messag repli mistak error sorri correct one part time today yesterday moment fact custom team system set up get back go so yet ever actual through'.split(
    ' ',
  ),
);

/** Actions that hold anything: two claims of them need not be about one deed. */
const BROAD = /^(?:other|update|create)$/;

export function isSame(claim: Claim, name: Name): boolean {
  const action = actionOf(claim.action);
  const own = new Set([claim.verb, ...(BROAD.test(claim.action) ? [] : [...(action?.verbs ?? []), ...(action?.nouns ?? [])])]);
  const deeds = name.deeds.map(stem).filter((deed) => !isLight(deed));
  const thingsOf = (words: readonly string[]): string[] =>
    words.filter((word) => !own.has(word) && !deeds.includes(word) && !isLight(word) && !NO_THING.has(word) && !/lli$/.test(word));
  const things = new Set(thingsOf(claim.words));
  const others = thingsOf(name.words);
  const shares = others.some((thing) => names(things, thing));
  // Much is read, and little of it is named.
  if (claim.kind === 'read' && !shares) return false;
  if (deeds.length > 0) return (shares || things.size === 0 || others.length === 0) && name.deeds.some((deed) => isDeedOf(claim, deed, name.text));
  return shares || (others.length === 0 && name.words.some((word) => own.has(word)));
}

function isDeedOf(claim: Claim, deed: string, text: string): boolean {
  const verb = stem(deed);
  if (isLight(verb)) return false;
  return (
    verb === claim.verb ||
    kin(claim.verb).has(verb) ||
    claim.words.includes(verb) ||
    (!BROAD.test(claim.action) && classify(deed, text).action === claim.action)
  );
}
