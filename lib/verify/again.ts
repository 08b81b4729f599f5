/** Judges again what a trail says was judged: its inputs are in it, by digest. Pure. */
import { audit, ENGINE } from '../audit.ts';
import type { Policy, Trail } from '../model.ts';
import { canonical } from '../seal.ts';
import { contentsOf, type JudgementContent, openEvent, openRecord } from '../trail/index.ts';

export interface Again {
  judgements: number;
  /** How many come out the same. */
  same: number;
  /** Why the others were not judged: made by another engine, texts taken out, results that were too long to keep. */
  not: { engine: number; redacted: number; cut: number };
}

export function judgeAgain(trail: Trail): Again {
  const contents = contentsOf(trail);
  const isRedacted = Object.values(trail.contents).some(({ disclosures }) => disclosures.some((one) => 'reading' in one));
  const again: Again = { judgements: 0, same: 0, not: { engine: 0, redacted: 0, cut: 0 } };
  for (const event of trail.events) {
    const core = openEvent(event);
    if (core?.body.kind !== 'record') continue;
    again.judgements += 1;
    const before = openRecord(trail.ticket, core.at, core.body.record, contents);
    if (before.engine !== ENGINE) again.not.engine += 1;
    else if (isRedacted) again.not.redacted += 1;
    else if (before.evidence.calls.some((call) => call.cut)) again.not.cut += 1;
    else {
      const policy = contents<Policy>(contents<JudgementContent>(core.body.record.judgement).policy);
      const now = audit(before.page, before.evidence, policy, core.at);
      if (canonical([now.claims, now.findings, now.gaps]) === canonical([before.claims, before.findings, before.gaps])) again.same += 1;
    }
  }
  return again;
}
