/**
 * Page + evidence + policy + now -> the record of one judgement. Pure: the same input gives the same bytes, in the
 * extension, in a test, on the command line, or years later.
 */
import { findClaims } from './claims/index.ts';
import { isReadable } from './claims/language.ts';
import { quotations } from './claims/quoted.ts';
import { retractedIn } from './claims/retracted.ts';
import { judging } from './judging.ts';
import { isRestated, isTold } from './match/state.ts';
import { withMappings } from './match/tool.ts';
import { withinTurns } from './match/turns.ts';
import { pair } from './match.ts';
import type { AuditRecord, Claim, Evidence, Finding, Gap, Iso, Message, Policy, TicketPage } from './model.ts';
import { isTooDeep } from './nesting.ts';
import { rules as allRules } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';

/** Changes whenever a judgement may come out otherwise. */
export const ENGINE = 'deskcheck-engine/4';

/** A known person acts outside the log, and a customer tells of their own doings: their messages hold no claims of the agent. */
const readsFor = (message: Message): boolean => message.author.kind === 'ai-agent' || message.author.kind === 'unknown';

export const audit = (page: TicketPage, evidence: Evidence, policy: Policy, now: Iso): AuditRecord =>
  auditWith(allRules, page, evidence, policy, now);

/** The same with a table of rules of the caller's: for the proofs that order does not matter. */
export function auditWith(rules: readonly Rule[], page: TicketPage, recorded: Evidence, policy: Policy, now: Iso): AuditRecord {
  const evidence = withMappings(withinTurns(readable(recorded), page.messages), policy.tools);
  const byMessage = page.messages
    .flatMap((message, index) => {
      if (!readsFor(message)) return [];
      const isQuoted = quotations(message, page.messages.slice(0, index));
      const told = findClaims(message).filter((claim) => !isQuoted(claim));
      return [
        {
          message,
          told: told
            .map((claim) => ({ claim, matches: pair(claim, message, evidence) }))
            .filter((one, _, all) => isTold(one.claim, one.matches, evidence, page.messages.slice(0, index)) && !isRestated(one, all)),
        },
      ];
    })
    .map(({ message, told }) => ({ message, told, claims: told.map((one) => one.claim) }));
  const { matches, findingOf, isBorneOut } = judging(byMessage, { page, evidence, policy, now });
  const retracted = retractedIn(byMessage, isBorneOut);
  const stands = (claim: Claim): boolean => claim.status !== 'denied' && !retracted.has(claim.id);
  const findings: Finding[] = byMessage.flatMap(({ message, claims }) => claims.filter(stands).map((claim) => findingOf(claim, message, rules)));
  const all = byMessage.flatMap((one) => one.claims);
  // What was taken back tells of nothing that was done, and denies nothing.
  const ticket = {
    page,
    claims: all.filter((claim) => !retracted.has(claim.id)),
    retracted: all.filter((claim) => retracted.has(claim.id)),
    matches,
    evidence,
    policy,
    now,
  };
  const about = rules.flatMap((rule) => (rule.about === 'ticket' ? rule.judge(ticket) : []));
  findings.push(...about.sort((a, b) => (a.class + a.id < b.class + b.id ? -1 : 1)));
  return {
    ticket: page.ticket,
    at: now,
    engine: ENGINE,
    policyVersion: policy.version,
    page,
    gaps: [...page.gaps, ...languageGaps(page)],
    evidence: recorded,
    claims: all.map((claim): Claim => (retracted.has(claim.id) ? { ...claim, status: 'retracted' } : claim)),
    findings,
  };
}

/** The evidence as far as it can be read: a value that nests too deep counts as not captured. */
function readable(evidence: Evidence): Evidence {
  const calls = evidence.calls.map((call) => {
    const read = { ...call };
    if (isTooDeep(read.arguments)) delete read.arguments;
    if (isTooDeep(read.result)) delete read.result;
    return read;
  });
  return { ...evidence, calls };
}

/** Messages that claims were looked for in, and that are in a language in which none would be found. */
const languageGaps = (page: TicketPage): Gap[] =>
  page.messages.filter((message) => readsFor(message) && !isReadable(message.text)).map((message) => ({ kind: 'language', messageId: message.id }));
