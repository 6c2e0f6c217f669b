// The tests of the React binding, with the oldest React that it takes, from `target/react-18`.

import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import config from './vitest.config.ts'

const installed = fileURLToPath(new URL('../../target/react-18/', import.meta.url))
const { resolve } = createRequire(installed)

export default defineConfig({
  ...config,
  cacheDir: `${installed}cache`,
  resolve: {
    alias: ['react', 'react-dom', 'react-dom/client']
      .map(name => ({
        find: new RegExp(`^${name}$`),
        replacement: resolve(name),
      }))
      .concat({
        find: /^react-dom\/server$/,
        replacement: resolve('react-dom/server.browser'),
      }),
  },
  test: {
    ...config.test,
    include: ['tests/js/bindings/react.browser.test.ts'],
    reporters: ['default'],
  },
})
