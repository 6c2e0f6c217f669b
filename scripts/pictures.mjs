// Makes the pictures of www/README.md: `make pictures`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = fileURLToPath(new URL('../www/pictures/', import.meta.url))

const MANAGER =
  'product=pandadoc&subject=manager&workspace=sales&role=manager&entitlement=plan-business&entitlement=licence-standard'
const AGENT = 'product=adobe-dynamic-chat&subject=live-agent&role=live-agent&entitlement=included'

/** The pictures: a name, the address, and whether in dark colours. */
const PICTURES = [
  ['look', `#/look?${MANAGER}&widths=390,820`, 'light'],
  ['inspect', `#/look?${AGENT}&section=inbox&inspect=on`, 'light'],
  ['why', `#/look?${AGENT}&section=reports&why=reports.export`, 'dark'],
  ['matrix', `#/matrix?${MANAGER}`, 'light'],
]

const demo = spawn(`${root}/target/debug/rolegate`, ['demo', '--port', '0'], { cwd: root })
const [told] = await once(createInterface(demo.stdout), 'line')
const [address] = told.match(/http:\S+/)
const browser = await chromium.launch({
  executablePath: process.env.CHROME ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})
mkdirSync(out, { recursive: true })
for (const [name, hash, colorScheme] of PICTURES) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 760 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  await page.goto(address + hash)
  await page.locator('.product, table').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: `${out}${name}.png` })
  await page.close()
}
await browser.close()
demo.kill()
