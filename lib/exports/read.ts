/** A trail as its exports tell it: its last judgement, what was decided, and its events. Pure. */
import type { AuditRecord, Decision, Digest, EventCore, Finding, Iso, Policy, Trail, TrailBody } from '../model.ts';
import { type Opening, openSealed } from '../seal.ts';
import { contentsOf, type JudgementContent, openRecord, START } from '../trail/index.ts';

export interface Told {
  /** Null where nothing was ever judged. */
  record: AuditRecord | null;
  /** What it was judged under, with the digest that the trail names it by. */
  policy: { content: Policy; digest: Digest } | null;
  decisions: Decision[];
  cores: EventCore[];
  head: Digest;
  /** Fingerprints of the keys that signed. */
  keys: string[];
  recordAt(body: TrailBody, at: Iso): AuditRecord | null;
}

/** @param how readings are shown, where texts were taken out. */
export function tell(trail: Trail, how?: Opening): Told {
  const contents = contentsOf(trail, how);
  const cores = trail.events.map((event) => openSealed<EventCore>(event, how) as EventCore);
  const recordAt: Told['recordAt'] = (body, at) => (body.kind === 'record' ? openRecord(trail.ticket, at, body.record, contents) : null);
  const last = cores.findLast((core) => core.body.kind === 'record');
  const policy = last?.body.kind === 'record' ? contents<JudgementContent>(last.body.record.judgement).policy : undefined;
  return {
    record: last ? recordAt(last.body, last.at) : null,
    policy: policy === undefined ? null : { content: contents<Policy>(policy), digest: policy },
    decisions: cores.flatMap(({ body }) => (body.kind === 'decision' ? [body.decision] : [])),
    cores,
    head: trail.events.at(-1)?.hash ?? START,
    keys: [...new Set(cores.map((core) => core.key))],
    recordAt,
  };
}

/** The last word on a finding that was decided on as it stands. */
export function decisionOn(finding: Finding, { decisions }: Pick<Told, 'decisions'>): Decision | undefined {
  const last = decisions.findLast((decision) => decision.findingId === finding.id);
  const [verdict, reason] = finding.about === 'claim' ? [finding.verdict, finding.reason] : [finding.class, finding.class];
  const stands = last?.on.verdict === verdict && last.on.reason === reason && last.on.calls.join('\n') === finding.calls.join('\n');
  return stands ? last : undefined;
}
