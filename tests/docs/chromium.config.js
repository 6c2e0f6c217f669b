// What docs/testing.md shows, with the browser that the tests have.

import shown from './playwright.config.js'

const args = ['--no-sandbox', '--disable-dev-shm-usage']

export default {
  ...shown,
  use: { ...shown.use, launchOptions: { executablePath: process.env.CHROME, args } },
}
