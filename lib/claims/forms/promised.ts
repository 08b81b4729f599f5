/** "Will be refunded", "you'll receive an e-mail", "an agent will contact you": told as sure to come. */
import { SUM } from '../money.ts';
import { isEither } from '../verbs.ts';
import { acts, CREDIT_NOUN, type Form, skipAdverbs, type Word } from './words.ts';

const RECEIVABLE =
  /\b(?:e-?mails?|texts?|sms|message|confirmation|notification|refund|credit|money|amount|label|letter|voucher|receipt|invoice|instructions|call|link)\b/i;

/** Who takes a case over. */
const HANDS =
  /\b(?:agent|specialist|representative|colleagues?|team|manager|adjuster|technician|nurse|doctor|advisor|adviser|supervisor|engineer|officer|lawyer|someone|somebody|pharmacist|person|consultant|expert)\b/;
/** Who comes to a place. */
const CREW = /\b(?:drivers?|couriers?|crew|engineer|technician|fitter|plumber|electrician|installer|people|van)\b/;

/** will be refunded, you'll receive an email, an agent will contact you. */
export function promised(words: readonly Word[], at: number, clause: string): Form | null {
  const start = words[0]!.start;
  const k = skipAdverbs(words, at + 1);
  const verb = words[k];
  if (!verb) return null;
  const subject = clause.slice(0, words[at]!.end).toLowerCase();
  const promise = (word: string): Form => ({ name: 'promise', status: 'promised', start, verb: word });
  if (verb.text === 'be') {
    const done = words[skipAdverbs(words, k + 1)];
    if (done && /^(?:available|visible|back)$/.test(done.text) && (CREDIT_NOUN.test(subject) || SUM.test(subject))) return promise('appear');
    if (done?.text === 'with' && /^(?:you|them)$/.test(words[words.indexOf(done) + 1]?.text ?? '') && HANDS.test(subject))
      return promise('escalated');
    if (done && isEither(done.text)) return { ...promise(done.text), tells: 'value' };
    if (!done || !acts(done.text) || /^(?:asked|required|needed|prompted)$/.test(done.text)) return null;
    return promise(done.text);
  }
  const rest = clause.slice(verb.start);
  if (
    /^(?:receive|get|see|have)$/.test(verb.text) &&
    /(?:^|(?:,|\b(?:and|that|so|then)) )(?:you|they|(?:the )?(?:customer|guest)|he|she)(?:'ll| will)$/.test(subject)
  )
    return RECEIVABLE.test(rest)
      ? promise(/^(?:(?!\be-?mails?\b|\bmessage\b|\bsms\b).)*\b(?:refund|credit|money (?:back|returned))/is.test(rest) ? 'refund' : 'send')
      : null;
  if (/^(?:appear|return|arrive|go|reach|post|come|show|hit|land)$/.test(verb.text) && (CREDIT_NOUN.test(subject) || SUM.test(subject)))
    return promise('refund');
  if (
    /\b(?:letter|e-?mail|text|sms|confirmation|link|receipt|message|invoice)\b/.test(subject) &&
    /^(?:go|follow|arrive|come|leave|reach)$/.test(verb.text)
  )
    return promise('sent');
  if (verb.text === 'come' && /^come (?:today|tonight|tomorrow|this|next|on|between|at|by) /i.test(rest))
    return { ...promise('booked'), tells: 'value' };
  if (CREW.test(subject) && /^(?:collect|bring|take|pick|fetch|visit|deliver|come|fit|install|repair|replace)$/.test(verb.text))
    return { ...promise(verb.text), tells: 'value' };
  if (
    (HANDS.test(subject) || /^(?:dr|mr|mrs|ms)\b/.test(subject)) &&
    /^(?:assist|contact|reach|follow|call|phone|ring|reply|take|get|review|email|be|come|visit|collect)$/.test(verb.text)
  )
    return promise('escalated');
  return OURS.test(subject) && !CREW.test(subject) && CONTACTS.test(rest) ? promise('escalated') : null;
}

/** Somebody of ours, whatever they are called: "*a carer* will call you", "*one of our crew leads* will be in touch". */
const OURS =
  /^(?:an?|our|one of our|some(?:one|body)\b)(?! (?:e-?mail|letter|text|sms|message|reminder|system|automatic|automated|confirmation|notification)\b)/;
const CONTACTS =
  /^(?:call|phone|ring|contact|email|e-mail|text|visit|write to|get back to|reach out to|get in touch with|give) (?:you|them|him|her|the customer)\b(?! an? (?!call\b|ring\b))/i;
