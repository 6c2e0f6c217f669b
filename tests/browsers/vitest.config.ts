// The tests of `tests/js` in browsers. ENGINES names some of them, separated by blanks.

import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { asInProduction } from '../js/helpers/as-in-production.ts'
import { copyOfPackage } from '../js/helpers/second-copy.ts'
import { EqualResults } from './equal.ts'
import { browsers, webdriver } from './provider.ts'

const engines = process.env['ENGINES']?.split(' ') ?? browsers

/**
 * WebKitGTK 2.50 now and then reports a memory access out of bounds in the engine; no other browser
 * does, nor JavaScriptCore by itself. The cause is not known. Growing memory is not it: of some 60 runs
 * each, none met it with memory that is large enough from the start, and none with memory that grows at
 * every allocation; as shipped it was one run of 63.
 * `EqualResults` says which tests passed only the second time, and what went wrong before.
 */
const RETRIES: Record<string, number> = { webkit: 1 }

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  plugins: [asInProduction(), copyOfPackage('web'), svelte({ configFile: false })],
  // Vue asks for these.
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  },
  optimizeDeps: {
    include: [
      'jose',
      '@angular/compiler',
      '@angular/core',
      '@angular/platform-browser',
      'react',
      'react-dom',
      'react-dom/client',
      'react-dom/server',
      'vue',
    ],
  },
  server: {
    // For the frame that has no origin.
    cors: { origin: 'null' },
    // Nobody edits what is tested here, and `target` holds links back to this folder.
    watch: null,
  },
  test: {
    testTimeout: 30_000,
    include: ['tests/js/**/*.test.ts'],
    // What needs files, processes, or memory that can be measured.
    exclude: ['**/*.node.test.ts'],
    reporters: ['default', new EqualResults()],
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      screenshotFailures: false,
      provider: webdriver(),
      instances: engines.map(browser => ({ browser, retry: RETRIES[browser] ?? 0 })),
    },
  },
})
