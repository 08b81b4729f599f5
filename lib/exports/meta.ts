/** What is known of the formats without their code. Their words stand in the locale, as `export_<id>` and `export_hint_<id>`. */
export const exportMetas = [
  { id: 'html' },
  { id: 'json' },
  { id: 'csv' },
  { id: 'in-toto' },
  { id: 'promptfoo' },
  { id: 'langfuse' },
  { id: 'langsmith' },
  { id: 'openai-evals' },
  { id: 'eval-jsonl' },
] as const;

export type ExportId = (typeof exportMetas)[number]['id'];
