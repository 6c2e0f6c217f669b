import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const blocks = [...text.matchAll(/^```(\S+)(?: file=(\S+))?\n(.*?)^```$/gms)].map(
  ([, language, file, content]) => ({ language, file, content }),
)
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ content }) => content.replaceAll('\\\n', '').trimEnd().split('\n'))

/** Writes every file that the README shows into `folder`. */
export function writeFiles(folder) {
  const files = blocks.filter(({ file }) => file !== undefined)
  for (const { file, content } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
}

/** The README's only command that begins with `start`. */
export function command(start) {
  const found = commands.filter(line => line.startsWith(start))
  if (found.length !== 1) {
    throw new Error(`the README has ${found.length} commands that begin with \`${start}\``)
  }
  return found[0]
}
