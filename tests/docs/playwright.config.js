// For the test that docs/testing.md shows, in the app of the quick start.

const address = 'http://127.0.0.1:4399'

export default {
  testDir: 'playwright',
  use: {
    baseURL: address,
    launchOptions: {
      executablePath: process.env.CHROME,
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  webServer: { command: 'vite preview --host 127.0.0.1 --port 4399 --strictPort', url: address },
}
