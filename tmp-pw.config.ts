import base from './tests/e2e/playwright.config.ts'
const { webServer: _, ...rest } = base
export default { ...rest, testDir: 'tests/e2e', reporter: 'line', workers: 2, outputDir: '/tmp/views-results', use: { ...rest.use, baseURL: 'http://127.0.0.1:5199' } }
