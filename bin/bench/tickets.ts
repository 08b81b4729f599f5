/** The tickets of a folder's files, in the format of docs/tickets.md, as what the engine judges. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../audit/case.ts';
import { load } from '../corpora/load.ts';

/** In the order of the files' names. Throws where a line is no ticket. */
export const ticketsIn = (folder: string): Case[] =>
  globSync(join(folder, '*.jsonl'))
    .sort()
    .flatMap((file) => {
      const { tickets, problems } = load(file);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return tickets.map(({ one }) => one);
    });
