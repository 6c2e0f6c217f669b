import { defineConfig } from '@playwright/test'

const PICTURES = /pictures\.spec\.ts/

/** Tests previews in an installed browser, whose path is `CHROME`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/preview',
  reporter: 'list',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Long enough for a machine that is building at the same time.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'pages', testIgnore: PICTURES },
    // To be looked at by people.
    { name: 'pictures', testMatch: PICTURES },
  ],
  use: {
    viewport: { width: 1280, height: 860 },
    launchOptions: {
      executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-dev-shm-usage',
      ],
    },
  },
})
