import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PORT = 4300

export default {
  testDir: 'tests',
  // All look at the same three people.
  workers: 1,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    launchOptions: {
      executablePath: process.env.CHROME,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: 'node server/main.js',
    url: `http://127.0.0.1:${PORT}/`,
    env: { PORT: `${PORT}`, DATA: mkdtempSync(join(tmpdir(), 'studio-')) },
    stdout: 'ignore',
  },
}
