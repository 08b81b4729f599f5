/** Clauses that look like claims and are none: what is given here, instructions, policy, what waits for a yes, others' doings. */
import type { Context } from './context.ts';
import type { Form } from './forms/words.ts';
import {
  awaitsYou,
  hasCondition,
  isAim,
  isCondition,
  isGeneral,
  isHearsay,
  isOffer,
  isOpenEnded,
  isPolicy,
  isReport,
  isStep,
  isSubordinate,
} from './framing.ts';
import { SUM } from './money.ts';
import { isOthersDoing, isOthersWord } from './others.ts';

/** "esc → Tier 2 (cannot be done here)" */
const BRACKET = /\s\([^()]*\)$/;

const WILL = /^.{0,200}?(?:\bwill\b|'ll\b)/i;

/** What stands after the verb ("at no extra cost") denies nothing, but for what was not done at all: "changed nothing". */
export function beforeVerb(clause: string, form: Form): string {
  const at = form.verb === '' ? -1 : clause.toLowerCase().lastIndexOf(form.verb);
  if (at < 0 && form.name === 'promise') return WILL.exec(clause)?.[0] ?? clause;
  const verbEnd = at < 0 ? clause.replace(BRACKET, '').length : at + form.verb.length;
  return `${clause.slice(0, verbEnd)} ${/^\s+nothing\b/i.exec(clause.slice(verbEnd))?.[0] ?? ''}`;
}

/** What the message itself gives is no doing that a tool would record: "sent the steps". */
const GIVEN_HERE =
  /^(?:sent|shared|provided|gave|given)\b.{0,40}\b(?:steps|instructions|info|information|details|guide|guidance|article|answer|reply|response|options|workaround)\b/i;

/** By some channel, or to somebody else: "sent the details *to the fitter*". */
const GOES_OUT =
  /@|\b(?:by|via) (?:e-?mail|text|sms|post)\b|\bto (?:the|our|their|his|her|your (?:e-?mail|inbox|phone|mailbox)) \p{L}|\bto (?!You\b)\p{Lu}\p{Ll}/u;

/** "They can speak to you *and set up* access": the same in every form, here behind a modal. */
const BASE = /^(?:set|put|cut|read|let|reset|run|split|shut|hit)$/;
const MODAL = /\b(?:can|could|may|might|would|should|will|to)\b|'(?:ll|d)\b/i;

/** Mistakes, and doings that name nothing: "it has been made". */
const MISHAP = /^(?:(?:it|this|that) has been made|made (?:a |an )?(?:mistake|error)|encountered|missed)\b/i;

/** "Decisions are sent *from 20 April*", "money is refunded *within 5 days*". */
const IN_GENERAL = /\bwithin \d|\bwhen\b|\b(?:each|every) (?:day|week|month|year|time)\b/i;
/** What the customer is to do. */
const INSTRUCTS =
  /^(?:kindly |simply |just |then )?(?:tap|click|dial|press|select|choose|enter|visit|log in|sign in|scroll|type|go to|open the|hold down)\b(?= (?:the|your|on|our|any|an?|it|to|in|here|yes|no|option)\b| [\d*"'<>]|$)/i;
const TO_BUTTON =
  /^(?:[Kk]indly |[Ss]imply |[Jj]ust |[Tt]hen )?(?:[Tt]ap|[Cc]lick|[Dd]ial|[Pp]ress|[Ss]elect|[Cc]hoose|[Ee]nter|[Vv]isit|[Ll]og in|[Ss]ign in|[Ss]croll|[Tt]ype|[Gg]o to) \p{Lu}/u;
/** "Case closed", "Resolved: damage claim": the ticket's own end, and no deed. */
const BARE =
  /^(?:actions?|steps?|changes?|updates?|work) (?:taken|made|completed|performed|done)$|^(?:[\w-]+ ){0,2}(?:case|ticket|issue|conversation) (?:closed|resolved|solved)$|^(?:resolved|closed|solved|routed)(?:\/\w+)?(?:$|[:(]| \()/i;

/** "*Verify* that it is removed", "see *whether* it is booked". */
const ASKED_FOR = /\b(?:verify|ensure|make sure|check|confirm|whether|what|where|how|who|whose|until|wish|hope|want|need)\b/i;

/** "Booked over 3 weeks ago", "created on 4 May", "ordered within the last week": when a record came to be. */
const DATED_RECORD =
  /^(?:[\p{L}-]{1,30} ){0,3}(?:booked|bought|created|made|placed|ordered|purchased|registered|scheduled)\b:? (?:(?:more than|less than|over|within|about|around|\d{1,2} (?:hours?|days?|weeks?|months?)) .{0,40}(?:\bago\b|\d|\blast\b|\bhours?\b)|(?:on |in |at )?(?:\d{4}-|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6} \d))/iu;
const GIVEN_REASON = /^(?:[\p{L}-]{1,30} ){0,2}reason given\b/iu;
/** Told of what is as it should be, or as it goes every time: "are all set correctly", "is sent automatically". */
const AS_A_RULE = /\b(?:currently|correctly|properly|automatically|separately)\b/i;
/** Of an earlier time. */
const BEFORE = /\bpreviously\b|\breached (?!out)/i;
/** "I'm glad to hear that it works again", "now that the phone has been rebooted": the customer's word. */
const HEARD =
  /\b(?:glad|happy|great|good|pleased|wonderful|relieved|sorry|thanks for (?:confirming|letting me know)) (?:to (?:hear|know|see|read) )?(?:that\b|your\b|it\b|you\b|the\b)|^(?:that|this|it) means\b/i;
/** Why it was done says nothing of whether: "paged the plumber *because the tap must be closed*". */
const GROUND = /(?<=\S)\s(?:because|so that|since)\s.*$/is;

/** "Please check the settings and ensure that both permissions are granted". */
const ASKS_TO = /^(?:please|kindly) [^,]{0,200}?\b(?:ensure|make sure|check|verify)\b/i;

/** What a clause would tell by its form, and does not by what surrounds it. */
export function barred(form: Form, clause: string, context: Context, sentence: string): boolean {
  if (form.tells && (ASKED_FOR.test(beforeVerb(clause, form)) || IN_GENERAL.test(clause) || hasCondition(clause))) return true;
  if (form.name !== 'first-person' && (GIVEN_REASON.test(clause) || (form.name !== 'passive' && DATED_RECORD.test(clause)))) return true;
  if (form.tells && AS_A_RULE.test(clause)) return true;
  if (form.name !== 'first-person' && form.name !== 'promise' && (HEARD.test(beforeVerb(clause, form)) || isStep(clause))) return true;
  if (form.name === 'noun-first' && BEFORE.test(clause)) return true;
  if (form.name === 'verb-first' && /^(?:properly|correctly|currently)\b/i.test(clause)) return true;
  // What a tag holds is no prose, but for a whole sentence that is hidden there.
  if (form.name !== 'first-person' && form.name !== 'passive' && /\w=["']/.test(clause)) return true;
  if (INSTRUCTS.test(clause) || TO_BUTTON.test(clause) || (/^(?:verb-first|noun-first|resultative)$/.test(form.name) && BARE.test(clause)))
    return true;
  if (GIVEN_HERE.test(clause.slice(form.start)) && !GOES_OUT.test(clause)) return true;
  if (form.name === 'verb-first' && BASE.test(form.verb) && MODAL.test(sentence.slice(0, Math.max(0, sentence.indexOf(clause))))) return true;
  if (MISHAP.test(clause.slice(form.start))) return true;
  if (form.name !== 'first-person' && (isSubordinate(beforeVerb(clause, form)) || isOpenEnded(clause) || isReport(sentence))) return true;
  if (/^(?:promise|resultative|progressive)$/.test(form.name) && isGeneral(clause.slice(form.start)) && !SUM.test(clause)) return true;
  if (
    isOthersDoing(clause) ||
    (form.name !== 'first-person' && isOthersWord(sentence)) ||
    isCondition(clause) ||
    isHearsay(form.name === 'first-person' || form.name === 'promise' ? beforeVerb(clause, form) : clause)
  )
    return true;
  if (
    form.status === 'promised' &&
    (context.proposal ||
      context.offered ||
      INSTRUCTS.test(sentence) ||
      isPolicy(sentence) ||
      isAim(beforeVerb(clause, form)) ||
      (isGeneral(clause) && !SUM.test(clause)) ||
      (/^(?:i|we)\b/i.test(clause) ? awaitsYou(sentence) : hasCondition(sentence)))
  )
    return true;
  if (form.name === 'first-person' || form.name === 'progressive') return false;
  if (form.name === 'promise') return false;
  if (ASKS_TO.test(sentence)) return true;
  const deed = (/^(?:label|verb-first|noun-first)$/.test(form.name) ? clause.replace(BRACKET, '') : clause).replace(GROUND, '');
  if (isOffer(deed) || (isPolicy(deed) && form.name !== 'noun-first')) return true;
  return context.proposal && form.name !== 'passive' && form.name !== 'resultative';
}
