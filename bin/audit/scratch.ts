/** What a run must remember of every line and cannot hold in memory: a private SQLite database on disk, gone with the process. */
import { DatabaseSync } from 'node:sqlite';

/** The empty name is SQLite's own for such a database. 16 MiB of it are kept in memory. */
export function openScratch(): DatabaseSync {
  const db = new DatabaseSync('');
  db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384');
  return db;
}

export interface Seen {
  /** The line in which the key was first seen, where this is not the first time; else undefined. */
  add(key: string, line: number): number | undefined;
}

export function seenIn(db: DatabaseSync): Seen {
  db.exec('CREATE TABLE seen (key TEXT PRIMARY KEY, line INTEGER NOT NULL) WITHOUT ROWID');
  const insert = db.prepare('INSERT INTO seen VALUES (?, ?) ON CONFLICT DO NOTHING');
  const find = db.prepare('SELECT line FROM seen WHERE key = ?');
  return {
    add: (key, line) => (insert.run(key, line).changes === 0 ? ((find.get(key) as { line: number }).line ?? line) : undefined),
  };
}
