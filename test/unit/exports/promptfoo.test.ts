import { expect, it } from 'vitest';
import { promptfoo } from '../../../lib/exports/promptfoo.ts';
import { textOf, wrongWith } from './evals/rows.ts';
import { promptfooConfig } from './evals/schemas.ts';

interface Config {
  prompts: string[];
  tests: { vars: { conversation: string; tools: string }; assert: { value: string }[] }[];
}

// That promptfoo itself runs it, and what passes there and what fails, is test/promptfoo/run.ts.
it('gives a configuration with a test for each confirmed finding, and no provider', async () => {
  const config = JSON.parse(await textOf(promptfoo, 'story')) as Config;
  expect(wrongWith(promptfooConfig, config)).toEqual([]);
  expect(config.tests).toHaveLength(3);
  expect(JSON.parse(config.tests[0]!.vars.conversation)).toHaveLength(3);
  expect(wrongWith(promptfooConfig, { ...config, tests: [{ vars: {} }] })).not.toEqual([]);
});

it('keeps what a ticket says out of the code of its assertions', async () => {
  const config = JSON.parse(await textOf(promptfoo, 'story')) as Config;
  for (const { value } of config.tests.flatMap((one) => one.assert)) expect(() => new Function('output', 'context', value)).not.toThrow();
});
