/** What each event of a trail says, as one line. Pure. */
import type { AuditRecord, EventCore, Iso, TrailBody } from '../model.ts';
import { key } from './labels.ts';
import type { Words } from './words.ts';

export interface EventLine {
  /** The kind of event, in two or three words. */
  what: string;
  /** What is particular to this one; empty where nothing is. */
  more: string;
}

const joined = (...parts: string[]): string => parts.filter(Boolean).join(' · ');

/** @param recordAt the judgement of a `record` event; null where it cannot be put together. */
export function eventLine(
  { body, at }: Pick<EventCore, 'body' | 'at'>,
  recordAt: (body: TrailBody, at: Iso) => AuditRecord | null,
  words: Words,
): EventLine {
  const { t } = words;
  const what = t(key('event', body.kind));
  switch (body.kind) {
    case 'record': {
      const record = recordAt(body, at);
      if (!record) return { what, more: '' };
      const trouble = record.evidence.coverage.trouble;
      const counted = t('event_record_counts', String(record.claims.length), String(record.findings.length), record.policyVersion, record.engine);
      return { what, more: trouble ? `${counted} ${t(key('trouble', trouble))}` : counted };
    }
    case 'decision': {
      const { kind, reviewer, reason, why, failure, pageUser, topic } = body.decision;
      const parts = [
        t(key('decided', kind), reviewer, words.minute(body.decision.at)),
        why ? t(key('why', why)) : '',
        reason,
        failure ? t(key('failure', failure)) : '',
        topic ?? '',
      ];
      return { what, more: joined(...parts, pageUser ? t('event_page_user', pageUser) : '') };
    }
    case 'gate': {
      const parts = [t(key('gate_did', body.outcome)), body.why ? t(key('let_through', body.why)) : '', body.reviewer ?? '', body.reason ?? ''];
      return {
        what,
        more: joined(...parts, body.findings.length > 0 ? words.count('event_findings', body.findings.length) : ''),
      };
    }
    case 'closed':
      return {
        what,
        more: joined(body.by ? t('event_closed_by', body.by) : '', body.closedAt ? words.second(body.closedAt) : ''),
      };
    case 'policy':
      return { what, more: t('event_policy_change', `${body.before.id} ${body.before.version}`, `${body.after.id} ${body.after.version}`) };
    case 'outcome':
      return { what, more: t('event_outcome_change', body.was, body.is) };
    case 'export':
      return { what, more: joined(body.format, body.redacted ? t('event_export_redacted') : '') };
    case 'anchor':
      return { what, more: t('event_anchor_at', body.url, String(body.count)) };
    case 'tombstone':
      return { what, more: t('event_tombstone_of', body.erased.id, String(body.count)) };
  }
}
