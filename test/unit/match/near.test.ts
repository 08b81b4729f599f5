import { expect, test } from 'vitest';
import { thread } from '../../../bin/bench/thread.ts';
import { findClaims } from '../../../lib/claims/index.ts';
import { near } from '../../../lib/match/near.ts';
import { compare } from '../../../lib/match/values.ts';

test('whatever call agrees with a claim in a value is near it', () => {
  const { page, evidence } = thread(120, 300);
  const { calls } = evidence;
  const claims = page.messages.flatMap((message) => findClaims(message));
  const agreeing = claims.flatMap((claim) => calls.filter((call) => compare(claim, call).agree > 0).map((call) => ({ claim, call })));
  expect(agreeing.length).toBeGreaterThan(50);
  expect(
    agreeing.filter(({ claim, call }) => ![...near(claim, calls)].includes(call)).map(({ claim, call }) => [claim.quote, call.arguments]),
  ).toEqual([]);
});
