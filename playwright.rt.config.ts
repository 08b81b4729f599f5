import { defineConfig } from '@playwright/test';
import browserTests from './playwright.config.ts';

/** `npm run test:rt`: the same browser, with a real Request Tracker 5, which takes a minute to install where it is missing. */
export default defineConfig({ ...browserTests, testDir: 'test/rt', outputDir: '.output/rt-tests', timeout: 180_000 });
