import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'], environment: 'node' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
