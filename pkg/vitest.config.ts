import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { asInProduction } from '../tests/js/helpers/as-in-production.ts'
import { copyOfPackage } from '../tests/js/helpers/second-copy.ts'

// The same tests run in browsers, see `tests/browsers`.
export default defineConfig({
  resolve: {
    alias: {
      'storybook/preview-api': fileURLToPath(
        new URL('../tests/js/helpers/storybook.ts', import.meta.url),
      ),
    },
  },
  plugins: [asInProduction(), copyOfPackage('node'), svelte({ configFile: false })],
  test: {
    root: '..',
    testTimeout: 30_000,
    // Vitest would leave one core alone.
    maxWorkers: '100%',
    include: ['tests/js/**/*.test.ts'],
    // What needs a page.
    exclude: ['**/*.browser.test.ts'],
    // Collecting garbage on demand, for the tests of memory.
    execArgv: ['--expose-gc'],
  },
})
