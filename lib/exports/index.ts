/** The table of export formats. Order does not matter. */
import type { Export } from './export.ts';
import { json } from './json.ts';

export const exports: readonly Export[] = [json];
