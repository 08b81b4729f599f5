/** Which action a claim tells of: by its verb, or by its noun where the verb says nothing ("issued a refund"). */

import { actions } from '../actions/index.ts';
import { contentWords, stem } from '../actions/stem.ts';
import type { Claim } from '../model.ts';
import type { Form } from './forms/words.ts';
import { money, SUM } from './money.ts';
import { isLight } from './verbs.ts';

/** Money before handing over before sending before changing: the more a wrong answer costs, the earlier. Actions not named here come last. */
const NOUN_ORDER: readonly string[] = [
  'fee_waiver',
  'refund',
  'credit',
  'discount',
  'payout',
  'charge',
  'escalate',
  'cancel',
  'return',
  'note',
  'message',
  'status',
  'update',
  'create',
  'lookup',
];
const rank = (id: string): number => (NOUN_ORDER.includes(id) ? NOUN_ORDER.indexOf(id) : NOUN_ORDER.length);
const byRank = [...actions].sort((a, b) => rank(a.id) - rank(b.id));

export interface Class {
  action: string;
  kind: Claim['kind'];
}

const isMoney = (text: string): boolean => SUM.test(text) || /\bfees?\b|\bcharges?\b|\bpenalty\b/i.test(text);
const HANDED =
  /\b(?:to|for|with|into) (?:the |our |a |your )?(?:[\p{L}&'-]+ ){0,2}(?:nurse|doctor|lawyer|adjuster|officer|engineer|technician|supervisor|person|human|colleague|advisor|adviser|pharmacist|teacher|coach|on-call)\b|\b(?:to|for|with|into) (?:the |our |a )?(?:[\p{L}\d&' -]{0,40})\b(?:team|desk|queue|tier|agent|specialist|dept|department|review|group|pod|clinician|manager|staff)\b|\b(?:to|with) (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z]/u;

/** "At no extra charge": tells that no money moved. */
const FOR_NOTHING = /\b(?:no|any|zero) (?:additional |extra |further )?(?:charges?|costs?|fees?|amount)\b|\bfree of charge\b/gi;

/** "Your room swap *has been confirmed*": granted, and not looked up. */
const CONFIRMED_DEED =
  /\b(?:swap|change|booking|reservation|transfer|upgrade|cancellation|order|appointment|slot|seat|place|move|extension|exchange|switch|rebooking) (?:has|have) been confirmed\b|^(?:order|booking|reservation) confirmed ?[:(]/i;

/** "Ran a line test": looked up, in two words. */
const CHECKS =
  /^(?:ran|run|performed|conducted|did|done|completed|finished|carried out) (?:an?|the|another|some|our) (?:[\p{L}-]{1,20} ){0,3}(?:checks?|tests?|searche?s?|diagnos\p{L}{1,6}|lookups?|scans?)\b/iu;

/** "Opened your application": to look at it, since it stood there already. */
const OPENED_TO_READ =
  /^opened (?:up )?(?:your|the|his|her|their) (?:[\p{L}-]{1,20} ){0,2}(?:application|file|record|booking|order|reservation|profile|logs?|history|page|site|invoice|bill|report|documents?)\b/iu;

/** "$640 added to the invoice". */
const TO_BILL = /^added to (?:the|your|his|her|their|our) (?:[\p{L}-]{1,20} ){0,2}(?:invoice|bill|statement|rent|tab)\b/iu;
/** "Asked our grading department to look at it": handed to them. */
const ASKED_OURS =
  /^asked our (?:[\p{L}-]{1,20} ){0,3}(?:teams?|departments?|dept|desk|specialists?|workshop|engineers?|technicians?|colleagues?|unit|office|experts?|lab|group)\b/iu;

/** Whom a mailing list is for is changed, not written to. */
const MAIL_LIST = /\b(?:mailing|e-?mail) list\b/gi;

/** A gift's wrapping, and tax relief on gifts, are none. */
const GIFT_OF = /\bgift (?=aid|wrap|messages?\b|notes?\b|box|receipts?\b|tags?\b|options?\b)/gi;

/** The way back of a journey returns no goods. */
const WAY_BACK =
  /\breturn(?:ing)? (?=flights?\b|trip\b|legs?\b|journey\b|dates?\b|tickets?\b|segments?\b|train\b|rides?\b|on\b|from\b|in\b|\p{Lu}\p{Ll}+ \d)/giu;

/** `verb` as written; `clause` the whole of it. */
export function classify(verb: string, clause: string): Class {
  const text = clause
    .replace(FOR_NOTHING, ' ')
    .replace(WAY_BACK, ' ')
    .replace(MAIL_LIST, 'list')
    .replace(GIFT_OF, '')
    .replace(/\bstatus[- ]page\b/gi, 'page');
  const head = stem(verb);
  const words = contentWords(text);
  const of = (id: string): Class => ({ action: id, kind: actions.find((action) => action.id === id)?.kind ?? 'write' });
  const fromVerb = text.slice(Math.max(0, text.toLowerCase().lastIndexOf(verb)));
  if (head === 'confirm' && /^\S+ (?:that|whether|if)\b/i.test(fromVerb)) return of('lookup');
  if (head === 'confirm' && CONFIRMED_DEED.test(text)) return of('create');
  if (CHECKS.test(fromVerb) || OPENED_TO_READ.test(fromVerb)) return of('lookup');
  if (head === 'confirm' && /\b(?:is|are|was|were) (?:now )?confirmed (?:for|on) (?!the\b|your\b|our\b|file\b)/i.test(text)) return of('create');
  if (/^(?:written|wrote|write) (?:back )?to\b/i.test(fromVerb)) return of('message');
  if (head === 'send' && /\b(?:e-?mails?|sms|text messages?)\b(?!\s*(?:address|on file))/i.test(text)) return of('message');
  if (/^(?:schedul|queu)$/.test(head) && /\b(?:e-?mail|sms|text|message|reminder)\b/i.test(text)) return of('message');
  if (/^(?:credit|return|add|rout|post|go|send|issu)$/.test(head) && words.includes('refund')) return of('refund');
  if (head === 'return' && (SUM.test(text) || money(text).length > 0)) return of('refund');
  if (head === 'send' && /\b(?:money|funds|sum) (?:will|is|are|has|have|was|were|gets?|goes)\b/i.test(text)) return of('refund');
  if (head === 'reassign' && /\bto [A-Z]*-?\d+\b/.test(fromVerb)) return of('update');
  if (head === 'giv' && /^given to /i.test(fromVerb) && HANDED.test(fromVerb)) return of('escalate');
  if (head === 'add' && TO_BILL.test(fromVerb) && SUM.test(text)) return of('charge');
  if (head === 'ask' && ASKED_OURS.test(fromVerb)) return of('escalate');
  if (head === 'bring' && /^\S+ (?:\S+ ){0,3}in\b/i.test(fromVerb)) return of('escalate');
  if (/^(?:loop|escalat|transfer|reassign|rout|rerout|pag|refer|handed|hand)$/.test(head) && !/\b(?:plan|number|funds|money)\b/i.test(text))
    return of('escalate');
  if (
    (head === 'pay' && /\bback\b/i.test(text)) ||
    (head === 'return' && /\bto (?:your|the|their|his|her) (?:[\p{L}]+ ){0,2}(?:account|card|bank|wallet)\b/iu.test(text)) ||
    (/^(?:restor|activat)$/.test(head) && (SUM.test(text) || /\b(?:dollars|euros|pounds)\b/i.test(text)))
  )
    return of('refund');
  if (head === 'pay' && isMoney(text)) return of(/\bcompensat|\bgoodwill|\bcredit/i.test(text) ? 'credit' : 'payout');
  if (head === 'connect' && /\bwith (?:a|an|our|the|one|someone)\b/i.test(text)) return of('escalate');
  if (head === 'send' && /\bback\b/i.test(text) && (isMoney(text) || money(text).length > 0)) return of('refund');
  if (/^(?:reassign|mov)$/.test(head) && /\bfrom\b.{1,80}\bto\b/i.test(text) && !/\b(?:ticket|case|conversation|queue|team|desk)\b/i.test(text))
    return of('update');
  if (head === 'assign') return of(/\b(?:seats?|rooms?|numbers?|codes?|passwords?|slots?)\b/i.test(text) ? 'update' : 'escalate');
  if (
    (/^(?:mov|pass|send|forward|flag|report|tag|set|ask|rais|open|fil|creat|log)$/.test(head) && escalates(head, text, fromVerb)) ||
    /\bowns it\b/i.test(text)
  )
    return of('escalate');
  if (/^(?:waiv)$/.test(head) || (/^(?:remov|drop|cancel)$/.test(head) && /\bfees?\b/i.test(text))) return of('fee_waiver');
  if (head === 'promis' && isMoney(text)) return of(words.includes('refund') ? 'refund' : 'credit');
  if (head === 'reduc' && /\bbalance\b/i.test(text)) return of('charge');
  const light = verb === '' || isLight(verb);
  if (head === 'revers' || (light && words.includes('revers') && !/^(?:mail|send|sent)/.test(verb))) return of('refund');
  const noun = byRank.find((action) => action.nouns.some((n) => words.includes(n)));
  if (/^(?:apply|applied|charged|billed|debited)$/.test(verb) && words.includes('refund') && !words.includes('charg')) return of('refund');
  const action = actions.find((one) => one.verbs.includes(head));
  if (action?.kind === 'credit') return of(action.id);
  if (head === 'confirm' && /\b(?:sent|e-?mail|by)\b/i.test(text) && !/\bconfirm(?:ed)? (?:the |that )/i.test(text)) return of(noun?.id ?? 'lookup');
  if (
    light &&
    noun &&
    !(noun.id === 'charge' && !isMoney(text) && !/\b(?:(?:charge|payment) (?:has|was|of)|(?:fare|price|cost) difference)/i.test(text))
  )
    return of(noun.id);
  if (/^(?:add|leave|left|log|writ|post)$/.test(head) && words.includes('not')) return of('note');
  if (head === 'set' && words.some((w) => w === 'status' || w === 'ticket')) return of('status');
  if (/^(?:clos|solv|resolv)$/.test(head) && /\b(?:ticket|case|conversation)\b/i.test(text)) return of('status');
  if (action) return of(action.id);
  return { action: 'other', kind: 'write' };
}

/** "I'll check tomorrow" is kept by a watch, and "I watched it start" is a look at the record. */
export function classifyTold({ verb, status }: Pick<Form, 'verb' | 'status'>, clause: string): Class {
  const told = classify(verb, clause);
  if (status === 'promised' && told.kind === 'read' && /^(?:check|look|follow)$/.test(stem(verb)))
    return { action: 'monitor', kind: 'communication' };
  return status === 'done' && told.action === 'monitor' && stem(verb) === 'watch' ? { action: 'lookup', kind: 'read' } : told;
}

function escalates(head: string, text: string, fromVerb: string): boolean {
  if (/\bto (?:you\b|your\b(?! (?:manager|branch|account manager|gp|doctor|adviser|advisor)))/i.test(fromVerb)) return false;
  if (head === 'mov' && !/^moved\b/i.test(text.trim()) && !/\b(?:ticket|case|conversation|chat|issue|team|queue|desk|tier|group|agent)\b/i.test(text))
    return false;
  if (/^(?:mov|send|pass|forward)$/.test(head) && /\b(?:ticket|case|conversation|chat)\b.{0,12}\bto\b/i.test(text)) return true;
  if (/^(?:rais|open|fil|creat|log)$/.test(head)) return /\b(?:queue|desk|tier|team)\b/i.test(text) && /\b(?:with|to|for|w\/|\()/i.test(text);
  if (head === 'ask') return /\b[A-Z]\p{L}{1,40} (?:[A-Z]\p{L}{1,40} )?to [a-z]/u.test(text);
  if (head === 'flag') return /\bfor\b/.test(text);
  if (head === 'set') return /\bowner\b/i.test(text);
  if (head === 'send' || head === 'mov' || head === 'tag')
    return (
      HANDED.test(fromVerb) &&
      !/\b(?:e-?mail|sms|text|label|receipt|confirmation|copy|link|card|invoice|account|booking|phone|inbox|address|document|page|letter|form|file|pdf|voucher|ticket to your)\b|@/i.test(
        text,
      ) &&
      !/\d{1,2}:\d{2}|\bto \d/.test(text)
    );
  return HANDED.test(text);
}
