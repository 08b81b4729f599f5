import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { actions } from '../../../lib/actions/index.ts';
import { splitName, stem } from '../../../lib/actions/stem.ts';

const NO_ACTIONS = ['action.ts', 'index.ts', 'stem.ts', 'families.ts', 'things.ts'];

describe('the table of actions', () => {
  test('has every module of lib/actions, under its file name: add the module to lib/actions/index.ts', () => {
    const files = readdirSync('lib/actions').filter((name) => !NO_ACTIONS.includes(name));
    expect(actions.map((action) => `${action.id}.ts`).sort()).toEqual(files.sort());
  });

  for (const action of actions) {
    test(`"${action.id}" gives stems, not words`, () => {
      const all = [...action.verbs, ...action.nouns, ...action.tools.flat()];
      expect(all.filter((word) => word !== word.toLowerCase() || /\s/.test(word))).toEqual([]);
    });
  }
});

describe('stems', () => {
  const SAME: readonly (readonly string[])[] = [
    ['refund', 'refunded', 'refunds', 'Refunding'],
    ['cancel', 'cancelled', 'canceled', 'cancellation'],
    ['send', 'sent', 'sends'],
    ['resend', 're-sent', 'resent'],
    ['pull', 'pulled', 'pulls'],
    ['add', 'added', 'adding'],
    ['verify', 'verified', 'verification'],
    ['escalate', 'escalated', 'escalation'],
  ];
  for (const words of SAME) test(words.join(', '), () => expect(new Set(words.map(stem)).size).toBe(1));
});

describe('names of tools', () => {
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['issue_refund', ['issue', 'refund']],
    ['issueRefund', ['issue', 'Refund']],
    ['billing.refunds.create', ['billing', 'refunds', 'create']],
    ['mcp__pay__create_refund', ['mcp', 'pay', 'create', 'refund']],
    ['POST /refunds/{id}', ['POST', 'refunds', 'id']],
    ['KBSearch_v2', ['KB', 'Search']],
  ];
  for (const [name, words] of TABLE) test(name, () => expect(splitName(name)).toEqual(words));
});
