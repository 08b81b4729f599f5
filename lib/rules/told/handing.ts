/** Does a text tell the customer that somebody else takes over? */
import { contentWords } from '../../actions/stem.ts';
import { onceOfText } from '../../match/once.ts';
import type { Message } from '../../model.ts';
import { type Telling, tellings } from './sentences.ts';

/** Somebody who can take over. */
const PEOPLE =
  /\b(?:teams?|desk|department|dept|colleagues?|specialists?|experts?|supervisors?|managers?|officers?|engineers?|technicians?|humans?|person|people|agents?|advis[eo]rs?|assessors?|handlers?|clinicians?|pharmacists?|nurses?|unit|group|queue|tier ?\d|t\d|l\d|office|staff|on[- ]call|someone|somebody|back ?office|lead|case ?worker|representatives?|department|operations|ops)\b/i;
/** Words of handing over, of being in somebody's hands, of somebody who will come back. */
const HANDED =
  /\b(?:escalat\w*|forward\w*|pass(?:ed|ing|es)?|hand(?:ed|ing)?(?: \p{L}{1,30})? (?:over|off|to)|handed|transfer\w*|rout(?:ed|ing)|referr?\w*|assign\w*|re-?assign\w*|loop\w* in|brought in|involv\w*|flagg?ed|rais(?:ed|ing)|report(?:ed|ing)?|inform(?:ed|ing)?|alert(?:ed|ing)?|notif(?:ied|ying)|pag(?:ed|ing)|queued|tagg?ed|moved?|gone to|goes to|going to|given|gave|sent|sending|asked|told|pinged|put (?:\p{L}{1,30} ){0,4}(?:to|with|before)|(?:is|are|lies|now) (?:\p{L}{1,30} )?with|let (?:\p{L}{1,30} ){1,4}know|owns? it|owner|set to|opened|created|logged)\b/iu;
const WILL_COME_BACK =
  /\b(?:will|'ll|is going to|are|is) (?:\p{L}{1,30} ){0,3}(?:contact|call|reach|get back|be in touch|look|looking|review|reviewing|check|checking|investigat\w*|take|taking|follow|reply|write|answer|decide|handle|handling|come back|working|waiting|help|assist|see|pick)\b/iu;

/** The same of those who are named. */
const GIVEN =
  /\b(?:escalat\w*|forward\w*|pass(?:ed|ing)|hand(?:ed|ing)|transfer\w*|rout(?:ed|ing)|referr?\w*|re-?assign\w*|assign\w*|loop\w*|involv\w*|flagg?ed|report(?:ed|ing)?|inform(?:ed|ing)?|alert(?:ed|ing)?|notif(?:ied|ying)|pag(?:ed|ing)|queued|tagg?ed|moved?|gone to|goes to|going to|given|gave|sent|sending|asked|told|pinged|let (?:\p{L}{1,30} ){1,4}know|owns?|owner|(?:is|are|lies|now) (?:\p{L}{1,30} )?with|will (?:\p{L}{1,30} ){0,2}(?:contact|call|reach|look|review|take|handle))\b|→/iu;

const isHanding = ({ text }: Telling): boolean => PEOPLE.test(text) && (HANDED.test(text) || WILL_COME_BACK.test(text));
/** Told by the way, without a word of people: "this has been escalated". */
const ESCALATED =
  /\b(?:escalated|escalating|handed (?:over|off|you|this|it|the)|referred (?:to|on)|reassigned|transferring you|transferred (?:you|this|the (?:ticket|case|chat))|passed (?:this|it|your|the)|forwarded (?:this|it|your|the))\b/i;

const handings = onceOfText((text): Telling[] => tellings(text).filter((telling) => isHanding(telling) || ESCALATED.test(telling.text)));

/** Words of so many teams that they name none. */
const ANY_TEAM = new Set(
  'team queu desk group support agent human department dept servic review tier custom care case ticket oper op staff offic on call north south east west'.split(
    ' ',
  ),
);
const wordsOf = (name: string): string[] =>
  contentWords(name.replace(/[_.-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2')).filter((word) => !ANY_TEAM.has(word));

/**
 * @param takers who took this over
 * @param others who took something else of the ticket over: a sentence that names them tells of theirs
 */
export function tellsOfHandoff(messages: readonly Pick<Message, 'text'>[], takers: readonly string[], others: readonly string[]): boolean {
  const own = new Set(takers.flatMap(wordsOf));
  const theirs = new Set(others.flatMap(wordsOf).filter((word) => !own.has(word)));
  const all = messages.flatMap(({ text }) => tellings(text));
  const names = (words: ReadonlySet<string>) => (telling: Telling) => [...words].some((word) => telling.tokens.has(word));
  if (all.some((telling) => names(own)(telling) && GIVEN.test(telling.text))) return true;
  return messages.flatMap(({ text }) => handings(text)).some((telling) => !names(theirs)(telling));
}
