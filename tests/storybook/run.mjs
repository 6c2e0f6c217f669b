// Follows docs/storybook.md with the packed package in a real Storybook: its files are written, its stories
// tested, and the built Storybook driven in Chromium.

import { equal, match } from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, expect } from '@playwright/test'
import { preview } from 'vite'
import { writeFiles } from '../docs/pages.mjs'
import { pack } from '../packaging/pack.mjs'
import { run, step } from '../packaging/steps.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const project = join(here, '..', '..', 'target', 'storybook')
process.env.STORYBOOK_DISABLE_TELEMETRY = '1'

/** Notes what each story shows when it is rendered first, before anything can change. */
const FIRST = `
import { useRef } from 'react'
import { useDecision } from 'rolegate/react'
export default { title: 'First' }
const Outcomes = () => {
  const outcome = useDecision('settings').outcome
  const outcomes = useRef([])
  outcomes.current.push(outcome)
  return <output>{outcomes.current.join(' ')}</output>
}
export const Render = { render: () => <Outcomes /> }
export const Broken = { parameters: { rolegate: { roles: ['leed'] } }, render: () => <Outcomes /> }
`

await step('install', () => {
  mkdirSync(project, { recursive: true })
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(here, file), join(project, file))
  run(project, 'npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund')
  const { tarball } = pack(project)
  run(
    project,
    'npm',
    'install',
    '--no-save',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    tarball,
  )
  writeFiles(project, 'docs/quick-start.md', 'docs/storybook.md')
  writeFileSync(join(project, 'first.stories.jsx'), FIRST)
  const config =
    "import react from '@vitejs/plugin-react'\nexport default { plugins: [react()], test: { environment: 'happy-dom' } }\n"
  writeFileSync(join(project, 'vite.config.js'), config)
})

await step('composeStories, and a story for each role', () => {
  const printed = run(project, process.execPath, 'node_modules/vitest/vitest.mjs', 'run')
  match(printed, /2 passed/)
})

await step('storybook build', () => {
  rmSync(join(project, 'storybook-static'), { recursive: true, force: true })
  run(
    project,
    process.execPath,
    'node_modules/storybook/dist/bin/dispatcher.js',
    'build',
    '--quiet',
  )
  equal(readFileSync(join(project, 'storybook-static/index.html'), 'utf8').includes('<html'), true)
})

const server = await preview({
  root: project,
  configFile: false,
  logLevel: 'warn',
  build: { outDir: 'storybook-static' },
  preview: { host: '127.0.0.1', port: 0 },
})
const address = `http://127.0.0.1:${server.httpServer.address().port}/`
const browser = await chromium.launch({
  executablePath: process.env.CHROME,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
})

/** Looks at a story in Storybook. */
async function opened(story, globals = '') {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(20_000)
  await page.goto(`${address}?path=/story/${story}${globals && `&globals=${globals}`}`)
  return { page, canvas: page.frameLocator('#storybook-preview-iframe') }
}

try {
  await step('a story has its gate before the first render', async () => {
    const { page, canvas } = await opened('first--render')
    await expect(canvas.locator('output')).toHaveText('show')
    await page.close()
  })

  await step('a person that the catalog does not have is an error of the story', async () => {
    const { page, canvas } = await opened('first--broken')
    await expect(canvas.locator('body')).toContainText('memberships[0].roles[0]')
    await page.close()
  })

  await step('the toolbar says who looks, and the address carries it', async () => {
    const { page, canvas } = await opened('toolbar--default')
    await expect(canvas.getByText('Export with the Pro plan')).toBeVisible()
    await page.getByRole('button', { name: /Plan/ }).first().click()
    await page.getByRole('option', { name: 'Pro plan' }).click()
    await expect(canvas.getByRole('button', { name: 'Export' })).toBeVisible()
    await expect(page).toHaveURL(/globals=plan:pro/)
    const shared = await browser.newPage()
    await shared.goto(page.url())
    const same = shared.frameLocator('#storybook-preview-iframe')
    await expect(same.getByRole('button', { name: 'Export' })).toBeVisible()
    await shared.close()
    await page.close()
  })

  await step('an address with several roles', async () => {
    const { page, canvas } = await opened('toolbar--default', 'roles:agent+lead;plan:pro')
    await expect(canvas.getByRole('button', { name: 'Settings' })).toBeVisible()
    await page.close()
  })

  await step('the panel lists what was asked and why, and changes who looks', async () => {
    const { page, canvas } = await opened('toolbar--default')
    await expect(canvas.getByText('Export with the Pro plan')).toBeVisible()
    await page.getByRole('tab', { name: 'Permissions' }).click()
    const row = page.getByRole('row').filter({ hasText: 'reports.export' })
    await expect(row).toContainText('✗ no, upsell')
    await expect(row).toContainText('plan pro: not included')
    await expect(page.getByRole('row').filter({ hasText: 'settings:write' })).toContainText(
      'no, hide',
    )
    // The story's own role is checked first.
    await expect(page.getByRole('checkbox', { name: 'Agent' })).toBeChecked()
    await page.getByRole('checkbox', { name: 'Lead' }).click()
    await expect(canvas.getByRole('button', { name: 'Settings' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: 'settings:write' })).toContainText('✓ yes')
    await page.getByRole('checkbox', { name: 'Pro plan' }).click()
    await expect(canvas.getByRole('button', { name: 'Export' })).toBeVisible()
    await page.getByRole('button', { name: 'Back to the story', exact: true }).first().click()
    await expect(canvas.getByRole('button', { name: 'Settings' })).toBeHidden()
    await page.close()
  })
  // To be looked at by people.
  await step('pictures of the panel', async () => {
    for (const width of [390, 820, 1440]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
        await page.goto(`${address}?path=/story/toolbar--default&globals=plan:pro`)
        if (width < 600) await page.getByRole('button', { name: 'Open addon panel' }).click()
        await page.getByRole('tab', { name: 'Permissions' }).click()
        await expect(page.getByRole('row').filter({ hasText: 'reports.export' })).toBeVisible()
        const path = `target/pictures/storybook-${width}-${colorScheme}.png`
        await page.screenshot({ path: join(here, '..', '..', path) })
        await page.close()
      }
    }
  })
} finally {
  await browser.close()
  await server.close()
}
