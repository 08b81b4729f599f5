import { defineConfig } from '@playwright/test';

/** Each test file starts its own helpdesk, log and browser; one after the other, since two of them share a small machine badly. */
export default defineConfig({
  projects: [
    { name: 'chromium', testDir: 'test/browser' },
    { name: 'firefox', testDir: 'test/firefox' },
  ],
  timeout: 90_000,
  workers: 1,
  outputDir: '.output/browser-tests',
  forbidOnly: true,
});
