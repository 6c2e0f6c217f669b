import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** By their files or their tag. */
const ACCESSIBILITY = /accessib\w+\.spec\.ts|@accessibility/
const PICTURES = /pictures\.spec\.ts/

/**
 * Tests the pages of the demo in an installed browser. `CHROME` is the path of the browser, and
 * `ROLEGATE` that of the command. Each run starts the command with a new key on a free port.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  reporter: 'list',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Long enough for a machine that is building at the same time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'pages', testIgnore: PICTURES, grepInvert: ACCESSIBILITY },
    // In every view, width and colour scheme, and by the keyboard alone: minutes of its own.
    { name: 'accessibility', testIgnore: PICTURES, grep: ACCESSIBILITY },
    // To be looked at by people.
    { name: 'pictures', testMatch: PICTURES },
  ],
  webServer: {
    command: `${process.env['ROLEGATE'] ?? 'target/debug/rolegate'} demo --port 0`,
    cwd: root,
    wait: { stdout: /rolegate demo on (?<ROLEGATE_DEMO>http:\S+)/ },
  },
  use: {
    baseURL: process.env['ROLEGATE_DEMO'] ?? '',
    viewport: { width: 1280, height: 860 },
    launchOptions: {
      executablePath: process.env['CHROME'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
      ],
    },
  },
})
