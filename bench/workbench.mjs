// How long the workbench takes, in Chromium, and prints it as Markdown: another role in Look, the matrix of a
// large catalog, and a search in it. Numbers of one machine; no test compares them with a clock.

import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { largeCatalog } from '../tests/e2e/large-catalog.mjs'
import { median } from './src/measure.mjs'

const ROUNDS = 21
const PERMISSIONS = 500
const ROLES = 20

const root = fileURLToPath(new URL('..', import.meta.url))
const server = spawn('target/debug/rolegate', ['demo', '--port', '0'], { cwd: root })
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  })
  const page = await browser.newPage({
    baseURL: await addressOf(server),
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  })
  const requests = []
  page.on('request', request => {
    // The browser asks for its own icon again after every change of the address.
    if (!request.url().endsWith('/favicon.svg')) requests.push(request.url())
  })
  console.log('| | median | slowest | wanted |\n| --- | --: | --: | --: |')
  const asked = await switches(page, requests)
  await matrices(page)
  console.log(`\n${ROUNDS} switches to another role made ${asked} requests.`)
  await browser.close()
} finally {
  server.kill()
}

async function addressOf({ stdout }) {
  for await (const line of createInterface({ input: stdout })) {
    const [address] = /http:\S+/.exec(line) ?? []
    if (address) return address
  }
  throw new Error('the demo did not start')
}

/** From the press of a role to the picture of the page with it; returns how many requests were made. */
async function switches(page, requests) {
  await page.goto('/#/look?product=pandadoc&role=member&entitlement=plan-business')
  await page.locator('.product').waitFor()
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: /^Seen as/ }).click()
  requests.length = 0
  const times = []
  for (let round = 0; round < ROUNDS; round += 1) {
    times.push(
      await page.evaluate(async () => {
        const shown = document.querySelector('.choice-button .select-value')
        const before = shown.textContent
        const option = [...document.querySelectorAll('[role="option"]')].find(
          element => element.textContent === 'Admin',
        )
        const start = performance.now()
        option.click()
        while (shown.textContent === before) await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        return performance.now() - start
      }),
    )
  }
  row('another role in Look, PandaDoc', times, 100)
  return requests.length
}

/** From the press of the view to its first picture, and from a typed search to its result. */
async function matrices(page) {
  const shown = []
  const found = []
  for (let round = 0; round < 5; round += 1) {
    await page.goto('about:blank')
    await page.goto('/')
    const file = { name: 'large.json', mimeType: 'application/json' }
    // One that the browser has not seen before.
    const text = JSON.stringify(largeCatalog(`large-${round}`, PERMISSIONS, ROLES))
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...file, buffer: Buffer.from(text) })
    await page.locator('.product').waitFor()
    shown.push(
      await page.evaluate(async () => {
        const link = document.querySelector('nav.views a[href*="/matrix"]')
        const start = performance.now()
        link.click()
        while (!document.querySelector('[data-cell]')) await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        return performance.now() - start
      }),
    )
    found.push(
      await page.evaluate(async () => {
        const input = document.querySelector('input[type="search"]')
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
        const rows = () => document.querySelectorAll('[data-row]').length
        const start = performance.now()
        set.call(input, 'p-499')
        input.dispatchEvent(new Event('input', { bubbles: true }))
        while (rows() !== 1) await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        return performance.now() - start
      }),
    )
  }
  row(`the matrix of ${PERMISSIONS} × ${ROLES}`, shown, 1500)
  row('a search in it', found, 100)
}

function row(what, times, wanted) {
  const text = milliseconds => `${Math.round(milliseconds)} ms`
  console.log(`| ${what} | ${text(median(times))} | ${text(Math.max(...times))} | ≤ ${wanted} ms |`)
}
