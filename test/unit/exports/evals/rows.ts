/** A ticket's cases in one format, row by row, checked against the vendor's schema. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Export } from '../../../../lib/exports/export.ts';
import type { Decision, Finding } from '../../../../lib/model.ts';
import { trailFor } from '../../trail/a-trail.ts';
import { meansWith } from '../means.ts';

export async function textOf(format: Export, ticket: string, decide?: (finding: Finding) => Decision | null): Promise<string> {
  const { trail, signer } = await trailFor(ticket, decide);
  return format.render(trail, await meansWith(signer));
}

export async function rowsOf<T>(format: Export, ticket: string, decide?: (finding: Finding) => Decision | null): Promise<T[]> {
  const text = await textOf(format, ticket, decide);
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** What is wrong with a value; empty where nothing is. */
export function wrongWith(schema: object, value: unknown): string[] {
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
