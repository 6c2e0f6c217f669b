export default {
  testDir: 'tests',
  workers: 1,
  use: {
    launchOptions: {
      executablePath: process.env.CHROME,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
}
