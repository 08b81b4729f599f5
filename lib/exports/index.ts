/** The table of export formats. Order does not matter. */
import { csv } from './csv.ts';
import { evalJsonl } from './eval-jsonl.ts';
import type { Export } from './export.ts';
import { html } from './html.ts';
import { inToto } from './in-toto.ts';
import { json } from './json.ts';
import { langfuse } from './langfuse.ts';
import { langsmith } from './langsmith.ts';
import { openaiEvals } from './openai-evals.ts';
import { promptfoo } from './promptfoo.ts';

export const exports: readonly Export[] = [html, json, csv, inToto, promptfoo, langfuse, langsmith, openaiEvals, evalJsonl];
