/** What somebody else did, or said: a colleague, an earlier agent, another team. It is no claim of this agent. Pure. */
import { actions } from '../actions/index.ts';
import { stem } from '../actions/stem.ts';
import { isAdverb, isParticiple, isPast } from './verbs.ts';

const OTHERS_DOING =
  /\bby (?:the |an? |your |another |our previous |previous |his |her |their |system )(?!end\b|time\b|same\b|way\b|deadline\b)(?!(?:[\w-]+ )?(?:numbers?|dates?|names?|e-?mails?|ids?|codes?|reference|address|phone|postcode|plate|serial)\b)(?!ai\b)[a-z]|\bby (?:you|them|him|her|mistake of|airlines?|merchant|seller|customer|cust|cx|user|guest|tenant|patient|sender|recipient)\b|\b(?:earlier|previous|another|other) (?:agent|colleague|rep)\b|\bcolleague (?:[\w-]+ )?(?:already|has|had|did)\b/i;

/** "Was approved *by Tom*"; not "paid by Visa", "closed by Friday". */
const BY_NAME =
  /\b(?:issued|made|approved|processed|refunded|cancell?ed|closed|opened|handled|arranged|booked|waived|changed|updated|created|credited|reset) (?:already )?by (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|E-?mail|Text|Visa|Card|Bank|Pay|Post|Direct)[a-z]*)\p{Lu}\p{Ll}+(?=$|[\s,.;])/u;

/** "I wrote that the label was sent": the agent's own earlier words, told again. */
const SAID_BEFORE =
  /\b(?:i|we) (?:had |have |previously |earlier )?(?:said|wrote|written|told you|stated|claimed)(?: to you)?(?: earlier| before| above)? that\b/i;

/** "As Tom wrote, …", "According to my colleague, …". */
const QUOTED =
  /^(?:and |but )?(?:as (?!(?:I|we|you)\b)(?:\p{Lu}\p{Ll}+|(?:my|our|your|the|a) (?:\p{L}+ ){0,3}\p{L}+)(?: has| had)?(?: already)? (?:wrote|written|said|told|confirmed|mentioned|explained|informed|noted)\b|according to (?!(?:our|the|your) (?:records?|system|logs?|notes?|file|account|polic))(?:\p{Lu}\p{Ll}+|(?:my|our|your|the|a) ))/iu;

const OFFICE =
  /^(?:and |but )?(?:the|our|your|their) (?:[\p{L}'-]+ ){0,3}(?:office|teams?|department|desk|warehouse|bank|branch|shift|crew|clinic|depot|garage|workshop|lab|pharmacy|carrier|courier|seller|landlord|insurer|supplier|manufacturer|airline|registry)(?: (?:already|also|has|have|had)){0,2} ([\p{L}-]+)/iu;
const COLLEAGUE =
  /^(?:and |but )?(?:my|our|a|an|the|your|another|one of my|one of our) (?:[\p{L}-]+ ){0,2}?(?:colleagues?|agent|rep|predecessor|co-?worker|supervisor|manager)\b/iu;
const NAMED =
  /^(?:and |but )?(\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)?(?: (?:from|in|at|on) (?:our|the|your) (?:[\p{L}'-]+ ?){1,3}?)?(?: (?:has|had|already|also|kindly|just|then)){0,2} ([\p{L}-]+) (?:your|our|my|the(?! same\b)|an?(?! (?:minute|moment|while|few|second|hour|day|week)\b))\s/u;

/** Words that begin a sentence and are no person's name, besides those that tell of deeds and things themselves. */
const NO_NAME =
  /^(?:I|We|You|They|He|She|It|This|That|These|Those|The|Both|All|Each|Who|Which|Agent|Bot|Assistant|Ai|System|Support|Team|Customer|Cx|Cust|User|Guest|Client|Member|Patient|Caller|Buyer|Passenger|Subscriber|Learner|Player|Tenant|Please|Thanks|Done|Today|Yesterday)$/;
const DEED_WORDS = new Set(actions.flatMap((action) => [...action.verbs, ...action.nouns]));

const isPlainName = (word: string): boolean =>
  !NO_NAME.test(word) &&
  !isAdverb(word.toLowerCase()) &&
  !isParticiple(word.toLowerCase()) &&
  !isPast(word.toLowerCase()) &&
  !DEED_WORDS.has(stem(word));
const isDone = (verb: string | undefined): boolean => verb !== undefined && verb !== 'been' && (isPast(verb) || isParticiple(verb));

export const isOthersDoing = (clause: string): boolean => OTHERS_DOING.test(clause) || BY_NAME.test(clause) || SAID_BEFORE.test(clause);

/** Somebody else is the subject: "Dan rebooked your visit", "the registrar's office issued". A verb that follows by "and" is theirs, too. */
export function isOthersClause(clause: string): boolean {
  const office = OFFICE.exec(clause);
  if (office) return isDone(office[1]!.toLowerCase());
  if (COLLEAGUE.test(clause)) return !/\b(?:been|will|is|are|being)\b/i.test(clause);
  const named = NAMED.exec(clause);
  return named !== null && isPlainName(named[1]!) && isDone(named[2]!.toLowerCase());
}

/** The whole sentence tells what somebody else said: all of it but what the agent says of itself. */
export const isOthersWord = (sentence: string): boolean => QUOTED.test(sentence);
