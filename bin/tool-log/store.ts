/**
 * The spans in SQLite. One request is one transaction, synced to disk before it is answered. Spans are only ever added: one that was sent
 * before, the same in every field, is kept once; another under the same id is kept beside it, and never replaces it.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { KeyValue, OtlpSpan, ResourceSpans } from './otlp.ts';

/** Longer values are stored whole but cannot be searched for; so does Jaeger on Elasticsearch. */
export const SEARCHABLE_LENGTH = 256;

export interface TraceSearch {
  /** In nanoseconds since 1970, both inclusive; the start of a span counts. */
  from: bigint;
  to: bigint;
  service?: string;
  operation?: string;
  /** All on one span or its resource. */
  attributes: Record<string, string>;
  /** Traces at most, newest first. */
  depth: number;
}

export interface SpanStore {
  add(groups: ResourceSpans[]): void;
  /** Whole traces that have at least one matching span. */
  search(search: TraceSearch): ResourceSpans[];
  /** Empty where there is none. */
  trace(traceId: string): ResourceSpans[];
  services(): string[];
  close(): void;
}

const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS sender (id INTEGER PRIMARY KEY, json TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS span (
    id INTEGER PRIMARY KEY,
    trace TEXT NOT NULL,
    span TEXT NOT NULL,
    digest TEXT NOT NULL,
    sender INTEGER NOT NULL REFERENCES sender (id),
    service TEXT NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (trace, span, digest)
  );
  CREATE INDEX IF NOT EXISTS span_by_start ON span (start);
  CREATE INDEX IF NOT EXISTS span_by_service ON span (service, name, start);
  CREATE TABLE IF NOT EXISTS attribute (
    key TEXT NOT NULL, value TEXT NOT NULL, span INTEGER NOT NULL REFERENCES span (id), PRIMARY KEY (key, value, span)
  ) WITHOUT ROWID;
`;

/** @param file a path, or `:memory:`. Throws where it cannot be opened or is no database. */
export function openStore(file: string): SpanStore {
  const db = new DatabaseSync(file);
  db.exec(TABLES);
  const addSender = db.prepare('INSERT INTO sender (json) VALUES (?) ON CONFLICT DO NOTHING');
  const findSender = db.prepare('SELECT id FROM sender WHERE json = ?');
  const addSpan = db.prepare(
    'INSERT INTO span (trace, span, digest, sender, service, name, start, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const addAttribute = db.prepare('INSERT INTO attribute (key, value, span) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const readTrace = db.prepare(
    'SELECT sender.json AS sender, span.json AS span FROM span JOIN sender ON sender.id = span.sender WHERE trace = ? ORDER BY start',
  );

  function add(groups: ResourceSpans[]): void {
    db.exec('BEGIN IMMEDIATE');
    try {
      for (const group of groups) addGroup(group);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  function addGroup({ scopeSpans = [], ...group }: ResourceSpans): void {
    const shared = group.resource?.attributes ?? [];
    const service = texts(shared).find(([key]) => key === 'service.name')?.[1] ?? '';
    for (const { spans = [], ...scope } of scopeSpans) {
      const sender = JSON.stringify({ ...group, scopeSpans: [scope] });
      addSender.run(sender);
      const senderId = Number(findSender.get(sender)?.id);
      for (const span of spans) insert(span, sender, senderId, service, shared);
    }
  }

  function insert(span: OtlpSpan, sender: string, senderId: number, service: string, shared: KeyValue[]): void {
    const json = JSON.stringify(span);
    const digest = createHash('sha256').update(sender).update(json).digest('hex');
    const added = addSpan.run(span.traceId, span.spanId, digest, senderId, service, span.name ?? '', BigInt(span.startTimeUnixNano), json);
    if (added.changes === 0) return;
    for (const [key, value] of texts([...shared, ...(span.attributes ?? [])])) addAttribute.run(key, value, added.lastInsertRowid);
  }

  function trace(traceId: string): ResourceSpans[] {
    const groups = new Map<string, OtlpSpan[]>();
    for (const row of readTrace.all(traceId)) {
      const spans = groups.get(String(row.sender)) ?? [];
      groups.set(String(row.sender), spans);
      spans.push(JSON.parse(String(row.span)));
    }
    return [...groups].map(([sender, spans]) => {
      const group: ResourceSpans = JSON.parse(sender);
      return { ...group, scopeSpans: [{ ...group.scopeSpans?.[0], spans }] };
    });
  }

  function search({ from, to, service, operation, attributes, depth }: TraceSearch): ResourceSpans[] {
    const where = ['start >= ?', 'start <= ?'];
    const values: (string | bigint)[] = [from, to];
    if (service !== undefined) {
      where.push('service = ?');
      values.push(service);
    }
    if (operation !== undefined) {
      where.push('name = ?');
      values.push(operation);
    }
    for (const pair of Object.entries(attributes)) {
      where.push('id IN (SELECT span FROM attribute WHERE key = ? AND value = ?)');
      values.push(...pair);
    }
    const found = db
      .prepare(`SELECT trace FROM span WHERE ${where.join(' AND ')} GROUP BY trace ORDER BY max(start) DESC LIMIT ?`)
      .all(...values, depth);
    return found.flatMap((row) => trace(String(row.trace)));
  }

  function services(): string[] {
    return db
      .prepare("SELECT DISTINCT service FROM span WHERE service <> '' ORDER BY service")
      .all()
      .map((row) => String(row.service));
  }

  return { add, search, trace, services, close: () => db.close() };
}

/** Scalars as text, as Jaeger compares them: `"x"`, `5` and `true` are `x`, `5` and `true`. */
function texts(attributes: KeyValue[]): [key: string, value: string][] {
  return attributes.flatMap(({ key, value = {} }): [string, string][] => {
    const scalar = value.stringValue ?? value.boolValue ?? value.intValue ?? value.doubleValue;
    const text = String(scalar);
    return scalar === undefined || text.length > SEARCHABLE_LENGTH ? [] : [[key, text]];
  });
}
