/** What judgements rest on, each kept once for its ticket: found again by its plain digest, named in the trail by its sealed one. */
import { keptCall } from '../cut.ts';
import type { AuditRecord, Digest, Policy, Sealed } from '../model.ts';
import { digestOf, newSalt } from '../seal.ts';
import { type ContentKind, changeOf, type JudgementContent, sealContent } from '../trail/index.ts';
import type { ContentRow, ListName, RecordRow, Store } from './db.ts';

/** Above every digest. */
const LAST = '\uffff';

interface Content {
  kind: ContentKind;
  plain: Digest;
  value: unknown;
}

/** Digests of texts that were asked for lately: the same calls come again with every audit of a ticket. */
const recent = new Map<string, Digest>();
let recentLength = 0;
/** In UTF-16 units of text. */
const MOST_RECENT = 16_000_000;

function digestOnce(text: string): Digest {
  const known = recent.get(text);
  if (known) return known;
  if (recentLength + text.length > MOST_RECENT) {
    recent.clear();
    recentLength = 0;
  }
  const digest = digestOf(text);
  recent.set(text, digest);
  recentLength += text.length;
  return digest;
}

/** By its JSON as it came, which is quick: where a log changes the order of its fields, a content is merely kept a second time. */
const content = (kind: ContentKind, value: unknown): Content => ({ kind, value, plain: digestOnce(`${kind}\n${JSON.stringify(value)}`) });

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
  return { ...parts, essence: digestOf(JSON.stringify(said)) };
}

/** What is new for the store, and what the trail and the last record name. */
export interface Kept {
  rows: ContentRow[];
  judgement: Digest;
  lists: RecordRow['lists'];
}

/** What is kept of one ticket: digest by plain digest. */
export type Known = Map<Digest, Digest>;

export async function knownOf(db: Store, ticket: string): Promise<Known> {
  const keys = await db.contents.where('[ticket+plain+digest]').between([ticket, '', ''], [ticket, LAST, LAST]).keys();
  return new Map(keys.map((key) => (key as unknown as [string, Digest, Digest]).slice(1) as [Digest, Digest]));
}

/** Tells what is new among the parts, and seals it. `before`: the ticket's last judgement, whose lists are changed rather than repeated. */
export function keep(ticket: string, parts: Parts, before: RecordRow | undefined, known: Known): Kept {
  const rows: ContentRow[] = [];
  const fresh: Known = new Map();

  const digestFor = ({ kind, plain, value }: Content): Digest => {
    const there = known.get(plain) ?? fresh.get(plain);
    if (there) return there;
    const salt = newSalt();
    const digest = digestOf(sealContent(kind, value, salt).bytes);
    rows.push({ ticket, digest, plain, kind, value, salt });
    fresh.set(plain, digest);
    return digest;
  };
  const listFor = (name: ListName): RecordRow['lists'][ListName] => {
    const items = parts.lists[name].map(digestFor);
    const last = before?.lists[name];
    const base = last?.base ?? last;
    const value = changeOf(base?.digest ?? null, base?.items ?? [], items);
    // A list is the same whatever it was made from.
    const digest = digestFor({ kind: 'list', value, plain: digestOf(`list\n${items.join('\n')}`) });
    // A log that is down gives nothing, and everything again when it is back.
    return items.length === 0 && base ? { items, digest, base: { items: base.items, digest: base.digest } } : { items, digest };
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
