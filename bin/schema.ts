/** `node bin/schema.ts` writes the JSON Schema of an exported trail, from the schema that verification itself goes by. */
import { writeFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import { fileSchema } from '../lib/trail/schema.ts';

export const trailSchema = (): string =>
  `${JSON.stringify({ $id: 'urn:deskcheck:trail:3', ...toJsonSchema(fileSchema, { target: 'draft-2020-12' }) }, null, 2)}\n`;

if (import.meta.main) writeFileSync('docs/trail.schema.json', trailSchema());
