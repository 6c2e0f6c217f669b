const serve = (command, port) => ({
  command: `npx next ${command} --port ${port}`,
  url: `http://localhost:${port}/`,
  stdout: 'ignore',
  timeout: 120_000,
})

const on = (name, port) => ({ name, use: { baseURL: `http://localhost:${port}` } })

export default {
  testDir: 'tests',
  // All look at the same notes.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: {
      executablePath: process.env.CHROME,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  // In development React says every difference that it finds while it hydrates.
  projects: [on('production', 4310), on('development', 4311)],
  webServer: [serve('start', 4310), serve('dev', 4311)],
}
