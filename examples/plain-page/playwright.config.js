const PORT = 4330

export default {
  testDir: 'tests',
  // One server for all.
  workers: 1,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    launchOptions: {
      executablePath: process.env.CHROME,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: 'node server.js',
    url: `http://127.0.0.1:${PORT}/`,
    env: { PORT: `${PORT}` },
    stdout: 'ignore',
  },
}
