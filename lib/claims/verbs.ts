/** Which words are verbs in which form. Regular ones by their ending, irregular ones by name; open vocabulary otherwise. */
import { stem } from '../actions/stem.ts';

const list = (words: string): Set<string> => new Set(words.split(' '));

const IRREGULAR_PARTICIPLES = list(
  "sent resent put made left taken given paid found done set reset cut held told written withdrawn built rebuilt run rerun re-run begun swapped sold bought brought undone redone chosen seen shown frozen unfrozen split msg'd lost read overridden withheld bound fed sped forgiven taught caught hidden drawn thrown worn broken shut hit spent esc esc'd rfnd chgd chkd rescheduled resched canx cxld rfd rtnd",
);
const IRREGULAR_PASTS = list(
  "sent resent put made left took gave paid found did set reset cut held told wrote withdrew built rebuilt ran began sold bought brought saw spoke read msg'd handed gave wrote drew overrode withheld forgave froze unfroze shut went esc rfnd chgd chkd cxld rfd rtnd split spent threw lent struck chose flew",
);

/** Look like participles and tell of a state, not of a doing of the agent. */
const STATE = list(
  "rec'd " +
    'need based required expected interested supposed allowed entitled selected picked covered counted included listed associated related mentioned provided unused limited concerned delayed damaged ' +
    'frustrated confused worried pleased delighted excited wanted named dated priced aged red bed feed speed seed embed indeed received shipped delivered arrived departed landed ' +
    'happened occurred experienced used owned purchased noticed understood appreciated preferred chosen desired estimated unauthorized ' +
    'insured uninsured subject married tired gifted advanced dedicated limited worked tried attempted failed lost seen shown permitted qualified intended ' +
    'prepaid united mohamed mohammed muhammed ahmed hamed sayed alfred wilfred fred ted jared manfred bagged corded wired needed marked-down saved-up refused declared crossed waited untouched kept stayed blocked-by unopened unused touched resulted answered replied cordless colored coloured unlimited detailed combined unchanged unaffected unverified unopened broken lapsed expired seemed appeared encountered faced involved remained stayed belonged referenced',
);

/** Tell of a deed where somebody does it ("I skipped next week"), of a thing elsewhere, and of a deed only as far as the record bears it out. */
const EITHER = list('placed declined rejected denied skipped printed proposed planned called');

/** Telling is done by the message itself: no tool is needed to explain. */
const SPEECH = list(
  'explained told advised apologised apologized informed thanked answered clarified reassured assured suggested recommended offered acknowledged welcomed discussed outlined shared said stated noted understood heard listed summarised summarized mentioned quoted educated walked exhausted explored presented organized organised compiled captured considered grouped paired matched listed addressed calculated computed categorized categorised sorted tallied estimated determined concluded broken',
);

const ADVERBS = list(
  'just now already also successfully then since fully partially manually immediately promptly securely directly personally officially formally automatically additionally further both first recently instead therefore finally again still even well duly carefully thoroughly quickly all yet',
);

export const isAdverb = (word: string): boolean => ADVERBS.has(word) || /^[a-z]{3,}ly$/.test(word);
export const isSpeech = (word: string): boolean => SPEECH.has(word);

/** "Cross-checked" tells of a doing, "USB-powered" of what a thing is. */
const PREFIX = /^(?:re|un|de|over|double|auto|cross|fast|white|black|allow|block|soft|hard|force|co|back|e|hot|live|opt|bulk|hand)-/;
const withoutPrefix = (word: string): string => word.replace(PREFIX, '');

/** `refunded`, `re-sent`, `set`: may be a past participle that tells of a doing. */
export function isParticiple(word: string): boolean {
  const bare = withoutPrefix(word);
  if (STATE.has(word) || EITHER.has(word) || bare.includes('-')) return false;
  return (
    IRREGULAR_PARTICIPLES.has(word) ||
    IRREGULAR_PARTICIPLES.has(bare) ||
    (/^[a-z]{2,}'d$/.test(bare) && !/^(?:you|he|she|it|we|they|who|that|there|what|how)'d$/.test(bare)) ||
    (/^[a-z]{2,}ed$/.test(bare) && bare.length > 3 && !bare.endsWith('eed'))
  );
}

/** "Skipped", "placed", "declined": done by whoever is the subject; of a thing, how it is. */
export const isEither = (word: string): boolean => EITHER.has(word);

export const isPast = (word: string): boolean =>
  IRREGULAR_PASTS.has(word) || IRREGULAR_PASTS.has(withoutPrefix(word)) || (isParticiple(word) && /(?:ed|'d)$/.test(word));

/** A clause with one of these has a finite verb of its own: not telegraphic. */
const FINITE = list(
  "is are was were has have had will would can could may might shall should must am isn't aren't wasn't weren't hasn't haven't don't doesn't didn't won't can't couldn't do does did says shows said states wants asks asked wanted needs gets goes lets " +
    "it's that's there's you're you'll you've you'd we're we'll we'd they're they've i'd i'll i'm i've we've he's she's",
);
export const isFiniteVerb = (word: string): boolean => FINITE.has(word);

const PREPOSITIONS = list(
  'to for on in at from with into onto via by as per of under over after before until till through within without against about regarding re w due since because back pending following',
);
export const isPreposition = (word: string): boolean => PREPOSITIONS.has(word);

/** Verbs that say nothing without their object: "issued a refund", "processed the cancellation". */
const LIGHT = list(
  'issu process appli mak do complet submit initiat put post giv rais finaliz finalis start begin perform execut creat fil plac add request receiv send record trigger arrang tak leav set confirm accept approv log open handl provid writ attach return releas get see appear go activ expect generat adjust book sort mov reach arriv land show hit proceed be run ran conduct perform',
);
export const isLight = (verb: string): boolean => LIGHT.has(stem(verb)) || LIGHT.has(verb);
