import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A small machine that does other things besides is slow, not wrong.
    testTimeout: 60_000,
    include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'],
    environment: 'node',
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
