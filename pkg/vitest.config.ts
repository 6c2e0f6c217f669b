import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: '..',
    testTimeout: 30_000,
    include: ['tests/js/**/*.test.ts'],
    // Collecting garbage on demand, for the tests of memory.
    execArgv: ['--expose-gc'],
  },
})
