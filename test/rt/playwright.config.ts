import { defineConfig } from '@playwright/test';
import browserTests from '../../playwright.config.ts';

const { projects: _, ...shared } = browserTests;

/** `npm run test:rt`: as the browser tests, with a real Request Tracker 5. Paths are from this folder. */
export default defineConfig({
  ...shared,
  testDir: '.',
  outputDir: '../../.output/rt-tests',
  globalSetup: './global-setup.ts',
  timeout: 180_000,
});
