/** The table of export formats. Order does not matter. */

import { csv } from './csv.ts';
import type { Export } from './export.ts';
import { html } from './html.ts';
import { inToto } from './in-toto.ts';
import { json } from './json.ts';

export const exports: readonly Export[] = [json, html, csv, inToto];
