const PORT = 4320

export default {
  testDir: 'tests',
  // All look at the same tickets.
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
    env: { PORT: `${PORT}` },
    stdout: 'ignore',
  },
}
