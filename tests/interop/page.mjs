import { chromium } from '@playwright/test'
import { build, preview } from 'vite'

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

/**
 * Builds the page in `root`, opens it under the policy that the README names, and returns its buttons
 * as they are seen: a disabled one in brackets, a hidden one not at all.
 */
export async function buttonsSeen(root) {
  const settings = { root, configFile: false, logLevel: 'warn' }
  await build(settings)
  const server = await preview({
    ...settings,
    preview: { host: '127.0.0.1', port: 0, headers: { 'content-security-policy': POLICY } },
  })
  const browser = await chromium.launch({
    executablePath: process.env.CHROME,
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  })
  try {
    const page = await browser.newPage()
    const problems = []
    page.on('pageerror', error => problems.push(error.message))
    page.on('console', message => problems.push(message.text()))
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`)
    await page
      .locator('#state', { hasText: 'ready' })
      .waitFor({ timeout: 20_000 })
      .catch(() => {
        throw new Error(`the page did not get ready: ${problems.join('; ') || 'it says nothing'}`)
      })
    const buttons = await page.getByRole('button').all()
    return await Promise.all(
      buttons.map(async button => {
        const label = await button.textContent()
        return (await button.isDisabled()) ? `[${label}]` : label
      }),
    )
  } finally {
    await browser.close()
    await server.close()
  }
}
