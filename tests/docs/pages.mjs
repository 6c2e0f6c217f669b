// Takes the files and the commands out of README.md and the pages of docs/.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = new URL('../../', import.meta.url)

/** The code blocks of a page, a path from the root of the repository. */
function blocks(page) {
  const text = readFileSync(new URL(page, root), 'utf8')
  return [...text.matchAll(/^```(\S+)(?: file=(\S+))?\n(.*?)^```$/gms)].map(
    ([, language, file, content]) => ({ language, file, content }),
  )
}

/** Writes every file that `pages` show into `folder`. */
export function writeFiles(folder, ...pages) {
  const files = pages.flatMap(blocks).filter(({ file }) => file !== undefined)
  for (const { file, content } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
}

/** The commands of `pages`, in their order. */
export function commands(...pages) {
  return pages
    .flatMap(blocks)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ content }) => content.replaceAll('\\\n', '').trimEnd().split('\n'))
}

/** The only command of `pages` that begins with `start`. */
export function command(start, ...pages) {
  const found = commands(...pages).filter(line => line.startsWith(start))
  if (found.length !== 1) {
    throw new Error(`${pages} have ${found.length} commands that begin with \`${start}\``)
  }
  return found[0]
}

/** What `page` says that a program prints: its only block of that language. */
export function output(page) {
  const found = blocks(page).filter(({ language }) => language === 'text')
  if (found.length !== 1) throw new Error(`${page} has ${found.length} blocks of \`text\``)
  return found[0].content
}
