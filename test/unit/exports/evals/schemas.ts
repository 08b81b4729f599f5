/** What the vendors say a row must be, as JSON Schema, each with where it is published. */

const text = { type: 'string' };
const anything = {};
const map = { type: 'object' };

/** Langfuse: CreateDatasetItemRequest of https://cloud.langfuse.com/generated/api/openapi.yml */
export const langfuseItem = {
  type: 'object',
  required: ['datasetName'],
  properties: {
    datasetName: text,
    input: anything,
    expectedOutput: anything,
    metadata: anything,
    sourceTraceId: text,
    sourceObservationId: text,
    id: text,
    status: { enum: ['ACTIVE', 'ARCHIVED'] },
  },
  additionalProperties: false,
};

/** LangSmith: an example of `create_examples`; https://docs.langchain.com/langsmith/example-data-format and ExampleCreate of the API. */
export const langsmithExample = {
  type: 'object',
  required: ['inputs'],
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
    inputs: map,
    outputs: map,
    metadata: map,
    split: { anyOf: [text, { type: 'array', items: text }] },
    source_run_id: text,
    created_at: text,
  },
  additionalProperties: false,
};

/** OpenAI: a row of the `jsonl` run data source, EvalJsonlFileContentSource; https://developers.openai.com/api/docs/api-reference/evals */
export const openaiRow = {
  type: 'object',
  required: ['item'],
  properties: { item: map, sample: map },
  additionalProperties: false,
};

/** promptfoo: config, test case and assertion; https://promptfoo.dev/docs/configuration/reference */
export const promptfooConfig = {
  type: 'object',
  required: ['prompts', 'tests'],
  properties: {
    description: text,
    prompts: { type: 'array', items: text, minItems: 1 },
    tests: {
      type: 'array',
      items: {
        type: 'object',
        required: ['vars', 'assert'],
        properties: {
          description: text,
          vars: { type: 'object', additionalProperties: text },
          assert: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['type', 'value'],
              properties: { type: { const: 'javascript' }, value: text, metric: text },
              additionalProperties: false,
            },
          },
          metadata: map,
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};
