import { defineConfig } from '@playwright/test';
import browserTests from './playwright.config.ts';

const { projects: _, ...shared } = browserTests;

/** `npm run test:rt`: as the browser tests, with a real Request Tracker 5. */
export default defineConfig({
  ...shared,
  testDir: 'test/rt',
  outputDir: '.output/rt-tests',
  globalSetup: './test/rt/global-setup.ts',
  timeout: 180_000,
});
