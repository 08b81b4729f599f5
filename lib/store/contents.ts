/** What judgements rest on, each kept once for its ticket: found again by its plain digest, named in the trail by its sealed one. */
import { Dexie } from 'dexie';
import { keptCall } from '../cut.ts';
import type { AuditRecord, Digest, Policy, Sealed } from '../model.ts';
import { canonical, digestOf, newSalt } from '../seal.ts';
import { type ContentKind, changeOf, type JudgementContent, sealContent } from '../trail.ts';
import type { ContentRow, ListName, RecordRow, Store } from './db.ts';

interface Content {
  kind: ContentKind;
  plain: Digest;
  value: unknown;
}

const content = (kind: ContentKind, value: unknown): Content => ({ kind, value, plain: digestOf(`${kind}\n${canonical(value)}`) });

/** A judgement taken apart. */
export interface Parts {
  policy: Content;
  page: Content;
  inventory: Content;
  lists: Record<ListName, Content[]>;
  rest: Pick<JudgementContent, 'engine' | 'policyVersion' | 'coverage'>;
  /** The same for two judgements that say the same of the same. */
  essence: Digest;
}

export function partsOf(record: AuditRecord, policy: Policy): Parts {
  const { messages, ...page } = record.page;
  const { source, complete, trouble, detail } = record.evidence.coverage;
  const all = (kind: ContentKind, values: readonly unknown[]) => values.map((value) => content(kind, value));
  const parts = {
    policy: content('policy', policy),
    page: content('page', page),
    inventory: content('inventory', record.evidence.inventory),
    lists: {
      messages: all('message', messages),
      gaps: all('gap', record.gaps),
      calls: all(
        'call',
        record.evidence.calls.map((call) => keptCall(call, record.claims)),
      ),
      claims: all('claim', record.claims),
      findings: all('finding', record.findings),
    },
    rest: {
      engine: record.engine,
      policyVersion: record.policyVersion,
      coverage: { source, complete, ...(trouble ? { trouble } : {}), ...(detail ? { detail } : {}) },
    },
  };
  const plains = (list: Content[]) => list.map((one) => one.plain);
  const { lists } = parts;
  const said = [parts.policy.plain, parts.page.plain, parts.inventory.plain, ...Object.values(lists).map(plains), parts.rest];
  return { ...parts, essence: digestOf(canonical(said)) };
}

/** What is new for the store, and what the trail and the last record name. */
export interface Kept {
  rows: ContentRow[];
  judgement: Digest;
  lists: RecordRow['lists'];
}

/** Finds what is kept already, and seals what is not. `before`: the ticket's last judgement, whose lists are changed rather than repeated. */
export async function keep(db: Store, ticket: string, parts: Parts, before: RecordRow | undefined): Promise<Kept> {
  const index = db.contents.where('[ticket+plain+digest]').between([ticket, Dexie.minKey, Dexie.minKey], [ticket, Dexie.maxKey, Dexie.maxKey]);
  const known = new Map((await index.keys()).map((key) => (key as unknown as [string, Digest, Digest]).slice(1) as [Digest, Digest]));
  const rows: ContentRow[] = [];

  const digestFor = ({ kind, plain, value }: Content): Digest => {
    const there = known.get(plain);
    if (there) return there;
    const salt = newSalt();
    const digest = digestOf(sealContent(kind, value, salt).bytes);
    rows.push({ ticket, digest, plain, kind, value, salt });
    known.set(plain, digest);
    return digest;
  };
  const listFor = (name: ListName): RecordRow['lists'][ListName] => {
    const items = parts.lists[name].map(digestFor);
    const last = before?.lists[name];
    const value = changeOf(last?.digest ?? null, last?.items ?? [], items);
    // A list is the same whatever it was made from.
    return { items, digest: digestFor({ kind: 'list', value, plain: digestOf(`list\n${items.join('\n')}`) }) };
  };
  const lists = {
    messages: listFor('messages'),
    gaps: listFor('gaps'),
    calls: listFor('calls'),
    claims: listFor('claims'),
    findings: listFor('findings'),
  };
  const judgement: JudgementContent = {
    ...parts.rest,
    policy: digestFor(parts.policy),
    page: digestFor(parts.page),
    inventory: digestFor(parts.inventory),
    messages: lists.messages.digest,
    gaps: lists.gaps.digest,
    calls: lists.calls.digest,
    claims: lists.claims.digest,
    findings: lists.findings.digest,
  };
  return { rows, judgement: digestFor(content('judgement', judgement)), lists };
}

/** A content as the trail carries it. */
export function sealedRow({ kind, value, salt, digest }: ContentRow): Sealed {
  const sealed = sealContent(kind as ContentKind, value, salt);
  if (digestOf(sealed.bytes) !== digest) throw new Error(`A stored ${kind} does not give its own digest again: ${digest}`);
  return sealed;
}
