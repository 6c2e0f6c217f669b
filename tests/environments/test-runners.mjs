import { createRequire } from 'node:module'
import { right } from './project.mjs'

/** Vitest drives the browser that is there, which needs the driver of the same version. */
const { version } = createRequire(import.meta.url)('@playwright/test/package.json')

const launch = `{
  executablePath: process.env.CHROME,
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
}`

const compare = reports => `
test('answers', async () => {
  expect(await ask()).toEqual(${JSON.stringify({ ...right, reports })})
})
`

const vitestTest = `
import { expect, test } from 'vitest'
import { ask } from './ask.js'
${compare(true)}`

const jestTest = `
import { ask } from './ask.js'
${compare(false)}`

const inVitest = options => project => project.passes(`vitest run ${options}`)
const inJest = options => project => project.passes(`jest --no-cache ${options}`)

export const testRunners = {
  vitest: {
    tool: 'Vitest 5',
    packages: [
      'vitest@5',
      '@vitest/browser-playwright@5',
      `playwright@${version}`,
      'vite@8',
      'jsdom',
      'happy-dom',
    ],
    files: {
      'a.test.js': vitestTest,
      'browser.config.js': `
        import { playwright } from '@vitest/browser-playwright'
        export default { test: { browser: {
          enabled: true,
          headless: true,
          provider: playwright({ launchOptions: ${launch} }),
          instances: [{ browser: 'chromium' }],
        } } }
      `,
      'bundled.config.js': `
        export default {
          resolve: { conditions: ['browser', 'module', 'import'] },
          test: { server: { deps: { inline: ['rolegate'] } } },
        }
      `,
    },
    checks: {
      node: inVitest('--environment node'),
      jsdom: inVitest('--environment jsdom'),
      'jsdom, the package bundled for browsers': inVitest(
        '--environment jsdom -c bundled.config.js',
      ),
      'happy-dom': inVitest('--environment happy-dom'),
      'in a browser': inVitest('-c browser.config.js'),
    },
  },

  'vitest-older': {
    tool: 'Vitest 3',
    packages: ['vitest@3', '@vitest/browser@3', `playwright@${version}`, 'vite@6', 'jsdom@26'],
    files: {
      'a.test.js': vitestTest,
      'browser.config.js': `
        export default { test: { browser: {
          enabled: true,
          headless: true,
          provider: 'playwright',
          instances: [{ browser: 'chromium', launch: ${launch} }],
        } } }
      `,
    },
    checks: {
      node: inVitest('--environment node'),
      jsdom: inVitest('--environment jsdom'),
      'in a browser': inVitest('-c browser.config.js'),
    },
  },

  jest: {
    tool: 'Jest 30',
    packages: ['jest@30', 'jest-environment-jsdom@30', '@babel/preset-env@7', '@babel/core@7'],
    manifest: {},
    files: {
      'a.test.js': jestTest,
      'babel.config.json':
        '{ "presets": [["@babel/preset-env", { "targets": { "node": "current" } }]] }',
    },
    checks: {
      'default transform, node': inJest('--env node'),
      'default transform, jsdom': inJest('--env jsdom'),
    },
  },

  'jest-modules': {
    tool: 'Jest 30, ES modules',
    packages: ['jest@30', 'jest-environment-jsdom@30'],
    files: { 'a.test.js': jestTest, 'jest.config.json': '{ "transform": {} }' },
    checks: Object.fromEntries(
      ['node', 'jsdom'].map(environment => [
        environment,
        ({ passes }) =>
          passes(
            `node --experimental-vm-modules node_modules/jest/bin/jest.js --no-cache --env ${environment}`,
          ),
      ]),
    ),
  },
}
