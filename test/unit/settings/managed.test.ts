import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaults } from '../../../lib/settings-schema.ts';

const kept: Record<string, unknown> = {};
let fixed: () => Promise<Record<string, unknown>> = async () => ({});
vi.mock('../../../lib/browser.ts', () => ({
  browser: {
    storage: {
      local: { get: async (key: string) => ({ [key]: kept[key] }), set: async (change: object) => void Object.assign(kept, change) },
      managed: { get: () => fixed() },
    },
  },
}));
const { changeSettings, loadSettings, managedReviewer } = await import('../../../lib/settings.ts');

describe('the reviewer’s name', () => {
  beforeEach(() => {
    kept.settings = { ...defaults, reviewer: 'Sam' };
    fixed = async () => ({});
  });

  it('is the one that was typed, where nothing is managed, and where the browser knows of no management', async () => {
    expect((await loadSettings()).reviewer).toBe('Sam');
    fixed = async () => {
      throw new Error('Managed storage manifest not found');
    };
    expect(await managedReviewer()).toBeNull();
    expect((await loadSettings()).reviewer).toBe('Sam');
  });

  it('is the organisation’s, whatever was typed, and what was typed comes back with its end', async () => {
    fixed = async () => ({ reviewer: ' Mia Lund ' });
    expect((await loadSettings()).reviewer).toBe('Mia Lund');
    expect((await changeSettings((now) => ({ ...now, reviewer: 'Somebody', gate: 'watch' }))).reviewer).toBe('Mia Lund');
    expect((await loadSettings()).gate).toBe('watch');
    fixed = async () => ({});
    expect((await loadSettings()).reviewer).toBe('Somebody');
  });

  it.each([[''], ['  '], [7], [null]])('is not fixed by %j', async (reviewer) => {
    fixed = async () => ({ reviewer });
    expect((await loadSettings()).reviewer).toBe('Sam');
  });
});
