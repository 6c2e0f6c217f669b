import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { catalogText } from '../catalogs.ts'
import { expect, lookAt, test } from '../fixtures.ts'
import { CATALOGS } from './scenarios.ts'

const root = new URL('../../../', import.meta.url)
const command = process.env['ROLEGATE'] ?? fileURLToPath(new URL('target/debug/rolegate', root))

for (const id of CATALOGS) {
  test(`the open cells of ${id} are those that the command lists`, async ({ page }) => {
    const file = fileURLToPath(new URL(`catalogs/${id}.json`, root))
    const listed = execFileSync(command, ['catalog', 'unknowns', file], { encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
    await page.goto(lookAt({ product: id }, 'catalog'))
    await expect(page.locator('[data-problems="0"]')).toBeVisible()
    const shown = await page.locator('[data-open-permission]').evaluateAll(rows =>
      rows.flatMap(row => {
        const permission = row.getAttribute('data-open-permission')
        const roles = [...row.querySelectorAll('[data-role]')]
        return roles.map(role => `${role.getAttribute('data-role')}\t${permission}`)
      }),
    )
    expect(shown.sort()).toEqual(listed.sort())
  })
}

test('roles that nobody may assign are listed', async ({ page }) => {
  await page.goto(lookAt({ product: 'userlike' }, 'catalog'))
  await expect(page.locator('[data-unassigned="owner"]')).toContainText('Owner')
  await page.goto(lookAt({ product: 'puzzel' }, 'catalog'))
  await expect(page.getByText('The catalog does not say who may assign roles')).toBeVisible()
})

test.describe('a file that is no catalog', () => {
  const catalog = catalogText('puzzel')
  const files: Readonly<Record<string, Buffer>> = {
    'mark.json': Buffer.from(`\ufeff${catalog}`),
    'utf-16.json': Buffer.from(`\ufeff${catalog}`, 'utf16le'),
    'empty.json': Buffer.from(''),
    'latin-1.json': Buffer.from(catalog.replace('Agent', 'Ag\u00e9nt'), 'latin1'),
    'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'large.json': Buffer.from(' '.repeat(5 * 1024 * 1024)),
  }
  const VIEWS = ['', 'catalog']
  type Chosen = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }
  const choose = async (page: Page, view: string, file: Chosen) => {
    await page.goto('about:blank')
    await page.goto(`/#/${view}`)
    await page.locator('input[type=file]').setInputFiles(file)
  }
  for (const [name, buffer] of Object.entries(files)) {
    test(`is refused for what it is, at the start and in Catalog: ${name}`, async ({ page }) => {
      const { stdout } = spawnSync(command, ['catalog', 'check', '-'], {
        input: buffer,
        encoding: 'utf8',
      })
      const [, told = ''] = /^-: (?:the catalog is refused: )?(.*)$/m.exec(stdout) ?? []
      const says = name === 'large.json' ? 'the catalog is longer than 4194304 bytes' : told
      expect(says).not.toBe('')
      for (const view of VIEWS) {
        await choose(page, view, { name, mimeType: '', buffer })
        await expect(page.locator('.problem-list dd')).toContainText(says)
      }
    })
  }

  test('a snapshot is told to be one, and where it is read', async ({ page }) => {
    const buffer = Buffer.from(`${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.e30.AAAA`)
    for (const view of VIEWS) {
      await choose(page, view, { name: 'snapshot.jwt', mimeType: '', buffer })
      await page.getByRole('link', { name: 'Read a snapshot' }).click()
      await expect(page.getByRole('heading', { name: 'Read a real snapshot' })).toBeVisible()
    }
  })

  test('several files, a folder or a text are told apart from a file', async ({ page }) => {
    await page.goto('/#/catalog')
    const zone = page.locator('.file-drop')
    /** Drops what is listed: files by their content, a text, or a folder. */
    const drop = (kinds: readonly string[]) =>
      zone.evaluate((element, all) => {
        const dataTransfer = new DataTransfer()
        for (const kind of all) {
          if (kind === 'text') dataTransfer.setData('text/plain', '{}')
          else dataTransfer.items.add(new File(['{}'], `${kind}.json`))
        }
        // What a script has made is no entry of a file system.
        const isDirectory = all.includes('folder')
        const entry = { isFile: !isDirectory, isDirectory, name: 'one' }
        DataTransferItem.prototype.webkitGetAsEntry = () => entry as never
        const { x, y } = element.getBoundingClientRect()
        const at = { dataTransfer, bubbles: true, cancelable: true, clientX: x + 9, clientY: y + 9 }
        for (const type of ['dragenter', 'dragover', 'drop']) {
          element.dispatchEvent(new DragEvent(type, at))
        }
      }, kinds)
    const alert = page.locator('.file-check').getByRole('alert')
    await drop(['one', 'two'])
    await expect(alert).toHaveText('Only one file at a time can be looked at.')
    await drop(['text'])
    await expect(alert).toHaveText('This is no file. Save it as one, and drop that.')
    await drop(['one'])
    await expect(alert).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'one.json' })).toBeVisible()
    await drop(['folder'])
    await expect(alert).toHaveText('This is a folder. Drop the file itself.')
  })
})

test.describe('a broken catalog', () => {
  const file = JSON.parse(catalogText('userlike')) as {
    roles: { values: Record<string, string>; editable_by?: unknown }[]
  }
  Object.assign(file.roles[0]?.values ?? {}, { nope: 'on' })
  Object.assign(file.roles[1]?.values ?? {}, { analytics: 'maybe' })
  Object.assign(file.roles[2] ?? {}, { editable_by: { role: 'bossy' } })
  const text = JSON.stringify(file)

  for (const { where, view, title } of [
    { where: 'at the start, in Dutch', view: '?lang=nl', title: 'problemen' },
    { where: 'in Catalog', view: 'catalog', title: 'problems' },
  ]) {
    test(`is told every problem at once, as the command does, ${where}`, async ({ page }) => {
      const { stdout } = spawnSync(command, ['catalog', 'check', '-'], {
        input: text,
        encoding: 'utf8',
      })
      const told = stdout.split('\n').filter(Boolean)
      expect(told.length).toBeGreaterThan(2)
      await page.goto(`/#/${view}`)
      await page.locator('input[type=file]').setInputFiles({
        name: 'broken.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
      await expect(page.getByText(`${told.length} ${title}`)).toBeVisible()
      const listed = await page.locator('.problem-list > div').evaluateAll(problems =>
        problems.map(problem => {
          const [place, message] = [...problem.children].map(({ textContent }) => textContent)
          return `-: ${place}: ${message}`
        }),
      )
      expect(listed).toEqual(told)
      await expect(page.locator('.problem-list dd[lang=en]')).toHaveCount(told.length)
    })
  }
})
