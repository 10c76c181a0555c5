import { defineConfig } from '@playwright/test'
import { launchOptions } from './launch-options.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  timeout: 90_000,
  expect: { timeout: 30_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'dark',
    trace: 'retain-on-failure',
    launchOptions: launchOptions('--autoplay-policy=no-user-gesture-required'),
  },
  projects: [
    { name: 'promises', testMatch: '**/*.spec.ts' },
    { name: 'shots', testMatch: '**/*shots.ts' },
  ],
})
