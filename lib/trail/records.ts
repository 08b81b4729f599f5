/** A trail's judgements, put together again from what they name by digest. Pure. */
import type { AuditRecord, Digest, Evidence, Iso, RecordEvent, TicketRef, Trail } from '../model.ts';
import { type Opening, openSealed } from '../seal.ts';
import { type Contents, type ListContent, listOf } from './lists.ts';
import { openEvent } from './sealing.ts';

/** What a judgement rests on and says, each part by digest. `at` and the times of asking stand in the event. */
export interface JudgementContent {
  engine: string;
  policyVersion: string;
  policy: Digest;
  page: Digest;
  inventory: Digest;
  coverage: Pick<Evidence['coverage'], 'source' | 'complete' | 'trouble' | 'detail'>;
  messages: Digest;
  gaps: Digest;
  calls: Digest;
  claims: Digest;
  findings: Digest;
}

/** Every digest that a judgement names, itself included. */
export function namedBy(judgement: Digest, contents: Contents): Set<Digest> {
  const { policy, page, inventory, ...rest } = contents<JudgementContent>(judgement);
  const named = new Set([judgement, policy, page, inventory]);
  for (const list of [rest.messages, rest.gaps, rest.calls, rest.claims, rest.findings]) {
    for (let at: Digest | null = list; at !== null && !named.has(at); ) {
      named.add(at);
      const { base, add }: ListContent = contents<ListContent>(at);
      for (const one of add) named.add(one);
      at = base;
    }
  }
  return named;
}

/** The contents of a trail, each opened once. */
export function contentsOf(trail: Pick<Trail, 'contents'>, how?: Opening): Contents {
  const opened = new Map<Digest, unknown>();
  return <T>(digest: Digest) => {
    const known = opened.get(digest);
    if (known !== undefined) return known as T;
    const sealed = trail.contents[digest];
    const value = sealed && openSealed<T>(sealed, how);
    if (value === undefined || value === null) throw new Error(`The trail names a content that it does not hold: ${digest}`);
    opened.set(digest, value);
    return value;
  };
}

type Parts = Pick<AuditRecord, 'engine' | 'policyVersion' | 'page' | 'gaps' | 'claims' | 'findings'> &
  Pick<Evidence, 'calls' | 'inventory'> & { coverage: JudgementContent['coverage'] };

function recordParts(digest: Digest, contents: Contents): Parts {
  const judgement = contents<JudgementContent>(digest);
  const all = <T>(list: Digest): T[] => listOf(list, contents).map((one) => contents<T>(one));
  return {
    engine: judgement.engine,
    policyVersion: judgement.policyVersion,
    page: { ...contents<AuditRecord['page']>(judgement.page), messages: all(judgement.messages) },
    gaps: all(judgement.gaps),
    calls: all(judgement.calls),
    inventory: contents(judgement.inventory),
    coverage: judgement.coverage,
    claims: all(judgement.claims),
    findings: all(judgement.findings),
  };
}

/** A judgement put together again from what the trail names. */
export function openRecord(ticket: TicketRef, at: Iso, { judgement, asked }: RecordEvent, contents: Contents): AuditRecord {
  const { calls, inventory, coverage, ...rest } = recordParts(judgement, contents);
  return { ticket, at, ...rest, evidence: { calls, inventory, coverage: { ...coverage, from: asked.from, to: asked.to, askedAt: asked.at } } };
}

/** The last judgement of a trail, or null where there is none. */
export function lastRecord(trail: Trail): AuditRecord | null {
  const contents = contentsOf(trail);
  for (const event of [...trail.events].reverse()) {
    const core = openEvent(event);
    if (core?.body.kind === 'record') return openRecord(core.ticket, core.at, core.body.record, contents);
  }
  return null;
}
