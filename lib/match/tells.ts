/** A call that does one thing may tell in its result of another that was done with it: `{"refunded": 38.4, "driverNotified": true}`. */
import { actionOf } from '../actions/index.ts';
import { contentWords, splitName, stem } from '../actions/stem.ts';
import { names } from '../actions/things.ts';
import type { Claim, ToolCall } from '../model.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';

const CARRIED_OUT = /^(?:sent|done|ok|yes|true|delivered|posted|complete[d]?|success(?:ful)?|succeeded|queued)$/i;

/** Words that a record may use for the claim's deed: its verb, and those of its action. */
const deedsOf = once(
  (claim: Claim): ReadonlySet<string> =>
    new Set(
      [claim.verb, ...(claim.kind === 'credit' || claim.kind === 'communication' ? (actionOf(claim.action)?.verbs ?? []) : [])].filter(
        (verb) => verb.length > 2 && !/^(?:apply|appli|process|issu|mak|mad|put|mov|set|add|updat|chang)$/.test(verb),
      ),
    ),
);

/** The result names the deed as done, by a key with a value that confirms it, or by a state: `CREDITED`. */
export function tells(claim: Claim, call: ToolCall): boolean {
  if (claim.kind === 'read' || claim.kind === 'escalation') return false;
  if (isToSomebodyElse(claim, call)) return false;
  const deeds = deedsOf(claim);
  if (claim.status === 'promised' && leaves(call.result).some((leaf) => announces(leaf, claim, deeds))) return true;
  const telling = tellingLeaves(call);
  return telling.some((leaf) => isSaid(leaf, deeds, claim.quote) && !isOfAnother(leaf, claim));
}

/** What a result tells of any deed: mostly nothing. */
const tellingLeaves = once((call: ToolCall): readonly Leaf[] => leaves(call.result).filter((leaf) => isSaid(leaf, ANY)));
const ANY = { has: () => true };

const WHO = /^(?:told|notified|informed|e-?mailed|texted|messaged|called|phoned) (?:(?:dr|mr|ms|mrs|prof)\.? )?(\p{Lu}\p{L}{2,30})/iu;

/** "I've told Dr. Okafor", and what was sent does not name them. */
function isToSomebodyElse(claim: Claim, call: ToolCall): boolean {
  const name = WHO.exec(claim.quote)?.[1];
  if (name === undefined || !/^\p{Lu}/u.test(name)) return false;
  return ![...leaves(call.arguments), ...leaves(call.result)].some(({ value }) => String(value).toLowerCase().includes(name.toLowerCase()));
}

/** Those that support speaks of, and with. */
const ROLES = new Set(
  'driver courier carrier restaurant host landlord seller vendor supplier merchant store warehouse manager owner technician doctor nurse teacher instructor partner bank insurer broker team'
    .split(' ')
    .map(stem),
);
/** Names of the one who asks. */
const ASKER = new Set('customer client user guest member subscriber passenger tenant patient student buyer'.split(' ').map(stem));

/** "I notified the restaurant" against `{"driverNotified": true}`. */
function isOfAnother({ path }: Leaf, { words }: Claim): boolean {
  const named = splitName(path).map(stem);
  const roles = named.filter((word) => ROLES.has(word));
  if (roles.length > 0) return !roles.some((role) => names(new Set(words), role));
  return named.some((word) => ASKER.has(word)) && words.some((word) => ROLES.has(word)) && !words.some((word) => ASKER.has(word));
}

const SOON = /\b\d{1,3} ?(?:\p{L}{1,10} )?(?:min(?:ute)?s?|h|hours?|days?|weeks?)\b|^\d{4}-\d{2}-\d{2}/iu;

/** What is to come: `{"contact_customer_within": "3 days"}`, `{"letters": ["welcome"]}`. */
function announces({ key, value }: Leaf, claim: Claim, deeds: ReadonlySet<string>): boolean {
  if (value === false || value === '' || value === 0) return false;
  const named = splitName(key).map(stem);
  if (named.some((word) => deeds.has(word)) && typeof value === 'string' && SOON.test(value)) return true;
  return (
    typeof value === 'string' &&
    /^[\p{L} _-]{3,40}$/u.test(value) &&
    named.some((word) => claim.words.includes(word)) &&
    contentWords(value).some((word) => claim.words.includes(word))
  );
}

const CHANNEL = /(?:^|_)(?:letter|e?mail|sms|text|notif)/i;
/** A letter is no e-mail, and a text is neither. */
const isSameWay = (key: string, quote = ''): boolean =>
  !(/e-?mail/i.test(quote) && /letter|sms|text/i.test(key)) && !(/\b(?:sms|text(?:ed)?)\b/i.test(quote) && /letter|mail/i.test(key));

function isSaid({ key, path, value }: Leaf, deeds: Pick<ReadonlySet<string>, 'has'>, quote?: string): boolean {
  const participle = (text: string): boolean => splitName(text).some((word) => /(?:ed|nt|en|mail)$/i.test(word) && deeds.has(stem(word)));
  if (value === true || (typeof value === 'number' && value > 0))
    return participle(key) || (value === true && deeds.has('send') && CHANNEL.test(key) && isSameWay(key, quote));
  if (typeof value === 'string' && deeds.has('send') && /^(?:sent|e?mailed|delivered)_?to$/i.test(key)) return true;
  if (typeof value !== 'string' || value.length > 40) return false;
  if (/^\p{L}+ed(?:_\p{L}+)?$/iu.test(value) && deeds.has(stem(value.split('_')[0]!))) return true;
  return CARRIED_OUT.test(value) && splitName(path).some((word) => deeds.has(stem(word)) || (/sms|mail$/i.test(word) && deeds.has('send')));
}
