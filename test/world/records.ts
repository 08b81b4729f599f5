/** What the extension's store holds, read from within one of its own pages, past all of its code. */

export interface StoredRecord {
  ticket: string;
  findings: { verdict: string; reason: string }[];
}

/** The findings of each ticket's last judgement. Runs in the page: it may use nothing from outside of itself. */
export async function readRecords(): Promise<StoredRecord[]> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await asked(indexedDB.open('deskcheck'));
  try {
    const tables = db.transaction(['records', 'contents']);
    const contents = tables.objectStore('contents');
    const rows: { ticket: string; lists: { findings: { items: string[] } } }[] = await asked(tables.objectStore('records').getAll());
    return await Promise.all(
      rows.map(async ({ ticket, lists }) => {
        const found = await Promise.all(lists.findings.items.map((digest) => asked(contents.get([ticket, digest]))));
        return { ticket, findings: found.map((row) => row.value) };
      }),
    );
  } finally {
    db.close();
  }
}
