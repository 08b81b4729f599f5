/** "I have refunded", "we've already sent", "I'll follow up", "I'm transferring you": the speaker tells of a doing of its own. */
import { isAdverb, isEither, isPast, isSpeech } from '../verbs.ts';
import { acts, type Form, skipAdverbs, type Word } from './words.ts';

const HANDOVER = /^(?:transferring|escalating|connecting|forwarding|handing|routing|transferred|escalated|connected)$/;
export const isHandover = (verb: string): boolean => HANDOVER.test(verb) && verb.endsWith('ing');
const FOLLOW_UP =
  /^(?:monitor|watch|notify|email|e-mail|mail|text|call|ring|contact|inform|follow|keep|update|alert|message|chase|remind|ping|reach|send)$/;

/** I have refunded, we've already sent, I found, I was able to locate, I'll follow up, I'm transferring you. */
export function firstPerson(words: readonly Word[], clause: string): Form | null {
  for (const [at, { text, start }] of words.entries()) {
    if (!/^(?:i|we)(?:'ve|'ll|'m|'re)?$/.test(text) || (text.startsWith('we') && /\bnow that $/i.test(clause.slice(0, start)))) continue;
    const before = clause.slice(0, start);
    const cleft = CLEFT.test(before);
    const form = spokenAt(words, at, cleft);
    if (form === null) continue;
    if (cleft) return { ...form, start: 0 };
    if (
      LOOKED.test(form.verb) ||
      /^(?:for|with|in|on|as|to|about|regarding|at|since|during|because|following|after|per)\b/i.test(clause) ||
      !RELATIVE.test(before)
    )
      return form;
  }
  return null;
}

/** "The routes *I presented*", "everything *I have done*": tells which things are meant, not that it was done. "The orders I found" tells both. */
const RELATIVE = /(?:\b(?:the|these|those|this|any|all|every)(?: [\p{L}\p{N}$€£.,-]+){1,4}|\b(?:what|everything|anything|something)) $/iu;

/** "*It is the full fee that* I have waived." */
const CLEFT = /^(?:\S{1,20} ){0,4}?(?:it is|it's|it was|that is|that's) .{2,60} that $/i;

const KEEPS = /^(?:keep|continue) (?:monitoring|watching)$/;
const LOOKED = /^(?:found|retrieved|checked|searched|looked|pulled|located|reviewed|read|verified|authenticated|compared)$/;
export const isLookedUp = (verb: string): boolean => LOOKED.test(verb);

/** A doing has its object; "I checked" may stand alone. */
const isEnough = (words: readonly Word[], at: number): boolean =>
  words.length > at + 1 || /^(?:checked|verified|looked|re-?checked)$/.test(words[at]!.text);

/** @param whole the object stands before: "it is the full fee that *I have waived*". */
function spokenAt(words: readonly Word[], at: number, whole = false): Form | null {
  const [, contracted] = words[at]!.text.split("'");
  let i = skipAdverbs(words, at + 1);
  const helper = contracted ? `'${contracted}` : words[i]?.text;
  if (!contracted && helper && /^(?:have|will|am|are|was|were)$/.test(helper)) i = skipAdverbs(words, i + 1);
  const verb = words[i];
  if (!verb) return null;
  const form = (name: Form['name'], status: Form['status'], word = verb): Form => ({ name, status, start: word.start, verb: word.text });
  let bare = at + 1;
  while (bare < words.length && (/^(?:have|had)$/.test(words[bare]!.text) || isAdverb(words[bare]!.text))) bare += 1;
  const looked = lookedInto(words, bare) || lookedInto(words, bare - 1);
  if (looked && (helper === 'have' || helper === "'ve" || !/^(?:will|'ll)$/.test(helper ?? '')))
    return { ...form('first-person', 'done'), verb: 'looked' };
  const told = toldSomebody(words, i, helper === 'will' || helper === "'ll");
  if (told) return form(told, told === 'promise' ? 'promised' : 'done');
  if (helper === 'have' || helper === "'ve")
    return (acts(verb.text) || isEither(verb.text) || (NOTED.test(verb.text) && isOnRecord(words, i))) && (whole || isEnough(words, i))
      ? form('first-person', 'done')
      : null;
  if (helper === 'will' || helper === "'ll") {
    // "I'll be here", "I'll be happy to": commits to nothing.
    if (verb.text === 'be' && !/ing$/.test(words[i + 1]?.text ?? '')) return null;
    if (verb.text === 'keep' && words[i + 1]?.text === 'an' && words[i + 2]?.text === 'eye')
      return { ...form('promise', 'promised'), verb: 'monitor' };
    if (verb.text === 'let' && /^let you know (?:as soon|once|when|the (?:minute|moment))\b/.test(clauseOf(words.slice(i))))
      return form('promise', 'promised');
    const intent = verb.text === 'be' || KEEPS.test(`${verb.text} ${words[i + 1]?.text}`) ? words[i + 1] : verb;
    return intent &&
      (FOLLOW_UP.test(intent.text.replace(/ing$/, '')) ||
        ((!PLAN.test(intent.text) || DATED.test(clauseOf(words))) && /^[a-z-]{3,}$/.test(intent.text) && words.length > i + 1)) &&
      !(/^(?:keep|update)$/.test(intent.text) && !/^(?:you|them|him|her)$/.test(words[words.indexOf(intent) + 1]?.text ?? '')) &&
      !words.slice(at, words.indexOf(intent)).some((w) => /^(?:now|first|then|just|go|ahead|quickly|gladly|happily)$/.test(w.text)) &&
      !/^(?:now|next|first)$/.test(words.at(-1)!.text)
      ? form('promise', 'promised', intent)
      : null;
  }
  if (helper === "'m" || helper === 'am' || helper === "'re" || helper === 'are')
    return HANDOVER.test(verb.text) ? form('progressive', 'done') : null;
  if (helper === 'was' || helper === 'were') {
    const base = words[i + 2];
    return verb.text === 'able' && base ? form('first-person', 'done', base) : null;
  }
  if (verb.text === 'did' && words[i + 1]?.text === 'not' && words[i + 2])
    return { ...form('first-person', 'done', words[i + 2]!), start: verb.start };
  if (verb.text === 'managed' && words[i + 2]) return form('first-person', 'done', words[i + 2]!);
  return (isPast(verb.text) && !isSpeech(verb.text)) || isEither(verb.text) || (NOTED.test(verb.text) && isOnRecord(words, i))
    ? isEnough(words, i)
      ? form('first-person', 'done')
      : null
    : null;
}

/** What is meant to be done next, in this very answer; or helps, and commits to nothing. */
const PLAN =
  /^(?:check|look|see|review|need|try|have|proceed|go|start|begin|help|assist|guide|walk|explain|provide|give|be|do|get|know|let|take|investigate|find|search|verify|pull|confirm|wait|ask|make|use|work|continue|share|tell|answer|show|list|outline|present|calculate|process|submit|transfer|connect|update|cancel|book|handle|look|gather|locate|compare|apply|say|note|stay|like|want|think|consider|pass|require|assume|treat|read|run|double-check|look|move|perform|complete|finalize|exchange|return|modify|change|upgrade|add|remove|mark|count|quote|repeat|summarize|recap|prepare|pick|stand|paste|focus|choose|select|prioriti[sz]e|stick|stop|remain|hold|respond|respect|aim|default|ignore|include|only)$/;

/** A time binds: "I will take £12 off your next bill", "we'll remove the charge today". */
const DATED =
  /\b(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|within \d+|by (?:[a-z]+day|\d|the end)|next (?:week|month|bill|invoice|statement|[a-z]+day)|on (?:the|your|his|her) (?:account|file|record|profile|reservation|booking|claim|order))\b/;
const clauseOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

const NOTED = /^noted$/;
/** "Noted your new address on the file", not "noted your frustration", "noted that you want the other lamp". */
const isOnRecord = (words: readonly Word[], at: number): boolean =>
  !/^(?:that |down )?(?:you\b|your (?:preference|selection|choice|wish|request|feedback|interest|concern)s?\b)|^that your\b/.test(
    clauseOf(words.slice(at + 1, at + 4)),
  ) &&
  words
    .slice(at + 1)
    .some((word) =>
      /^(?:account|file|record|profile|claim|reservation|booking|kitchen|order|address|wish|request|preference|number|that|ticket|policy)$/.test(
        word.text,
      ),
    );

/** "had a look at", "took a look at", "went through", "gone over". */
function lookedInto(words: readonly Word[], at: number): boolean {
  const rest = words
    .slice(at, at + 5)
    .map((word) => word.text)
    .join(' ');
  return /^(?:(?:had|have had|taken|took) (?:a|another) (?:\w+ )?(?:look|peek|glance)|(?:went|gone) (?:through|over)|(?:gone|went) back (?:through|over))\b/.test(
    rest,
  );
}

/** "let the seller know", "told Dr. Adler": somebody else was told, and that takes a tool. */
export function toldSomebody(words: readonly Word[], at: number, ahead: boolean): Form['name'] | null {
  const rest = words
    .slice(at, at + 8)
    .map((word) => word.text)
    .join(' ');
  if (/^let (?!you\b|us\b|me\b)(?:[\w.'-]+ ){1,5}know\b/.test(rest)) return ahead ? 'promise' : 'first-person';
  return !ahead && /^(?:told|informed|advised|briefed|warned) (?!you\b|us\b|me\b)(?:the|your|our|him|her|them|mr|ms|dr|\p{L})/u.test(rest)
    ? 'first-person'
    : null;
}
