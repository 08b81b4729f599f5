import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../lib/model.ts';
import { nextVersion, versioned } from '../../../lib/policy-version.ts';

const policy: Policy = { id: 'main', version: '2026-10-01', limits: [], destinations: [], tools: [] };
const tools = [{ tool: 'op_17', action: 'refund' }];

describe('the version of a policy', () => {
  it.each([
    ['2026-10-01', '2026-11-23'],
    ['v7', '2026-11-23'],
    ['2026-11-23', '2026-11-23.2'],
    ['2026-11-23.2', '2026-11-23.3'],
    ['2026-11-23.10', '2026-11-23.11'],
    ['2026-11-23.draft', '2026-11-23.2'],
  ])('after %s comes %s', (before, after) => {
    expect(nextVersion(before, '2026-11-23')).toBe(after);
  });

  it('changes with the content', () => {
    expect(versioned(policy, { ...policy, tools }, '2026-11-23')).toEqual({ ...policy, version: '2026-11-23', tools });
  });

  it('stays where the content stays', () => {
    expect(versioned(policy, { ...policy, id: 'renamed' }, '2026-11-23').version).toBe('2026-10-01');
  });

  it('is what somebody wrote where somebody wrote one', () => {
    expect(versioned(policy, { ...policy, tools, version: 'v7' }, '2026-11-23').version).toBe('v7');
    expect(versioned(undefined, policy, '2026-11-23').version).toBe('2026-10-01');
  });
});
