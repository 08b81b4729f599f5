/** Trails as the store makes them: tickets of the world, audited, decided on and closed, kept in a database of their own. */
import 'fake-indexeddb/auto';
import { audit } from '../../../lib/audit.ts';
import type { AuditRecord, Decision, Finding, Trail, TrailBody } from '../../../lib/model.ts';
import type { Signer } from '../../../lib/seal.ts';
import { Store } from '../../../lib/store/db.ts';
import { basisOf, trailOf } from '../../../lib/store/read.ts';
import { Writer } from '../../../lib/store/write.ts';
import { world } from '../../world/tickets.ts';
import { evidenceOf, NOW, pageOf } from '../audit/pages.ts';

let count = 0;
export const newStore = () => new Store(`trail-${count++}`);

export const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();

export const decisionOn = (finding: Finding, over: Partial<Decision> = {}): Decision => ({
  findingId: finding.id,
  kind: 'confirmed',
  reason: 'Looked it up: nothing of the kind was done.',
  reviewer: 'Sam Reviewer',
  at: later(3),
  on: basisOf(finding),
  ...over,
});

export interface Kept {
  trail: Trail;
  record: AuditRecord;
  signer: Signer;
  db: Store;
}

/** The ticket of that name: held, decided on (every red finding is confirmed, unless `decide` says otherwise), closed and exported once. */
export async function trailFor(
  name: string,
  decide: (finding: Finding) => Decision | null = (finding) => decisionOn(finding),
  db = newStore(),
  key?: Signer,
): Promise<Kept> {
  if (key) await db.signers.put({ id: 'own', ...key });
  const ticket = world.tickets.find((one) => one.name === name)!;
  const writer = new Writer(db);
  const page = pageOf(ticket);
  const record = audit(page, evidenceOf(ticket), world.policy, NOW);
  // Read first while the log had not settled: the second record is a change of the first.
  const early = audit({ ...page, messages: page.messages.slice(0, 1) }, evidenceOf(ticket), world.policy, later(-1));
  await writer.record(early, world.policy);
  await writer.record(record, world.policy);
  const append = (minutes: number, body: TrailBody) => writer.append(page.ticket, later(minutes), body);
  const ids = record.findings.map((finding) => finding.id);
  await append(2, { kind: 'gate', outcome: 'held', findings: ids });
  for (const decision of record.findings.map(decide)) if (decision) await append(3, { kind: 'decision', decision });
  await append(4, { kind: 'gate', outcome: 'let-through', why: 'nothing-open', findings: [] });
  await append(5, { kind: 'closed', by: 'Sam (agent)', closedAt: later(5) });
  await append(6, { kind: 'export', format: 'json', redacted: false, to: 'download' });
  return { trail: await trailOf(page.ticket, db), record, signer: await writer.signer(), db };
}
