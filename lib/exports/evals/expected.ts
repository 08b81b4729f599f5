/** What is expected of an answer, as data: the same in every format that has no assertions of its own. Pure. */
import type { EvalCase } from './case.ts';

export const expectedOf = ({ mustNotSay, unlessCalled, mustNotCall, mustTell, because }: EvalCase) => ({
  mustNotSay,
  unlessCalled,
  mustNotCall,
  mustTell,
  because,
});

export const inputOf = ({ messages, tools, toolsComplete }: EvalCase) => ({ messages, tools, toolsComplete });

export const metadataOf = ({ id, failure, topic, said, decided, source, times }: EvalCase) => ({
  signature: id,
  failure,
  topic,
  said,
  decided,
  source,
  times,
});
