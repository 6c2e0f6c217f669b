import { readFileSync } from 'node:fs'

/** Reads a published table of `tests/models`: one record per line, its cells by column name. */
export function readTable(file: string): Readonly<Record<string, string>>[] {
  const text = readFileSync(new URL(`../models/${file}`, import.meta.url), 'utf8')
  const [columns = [], ...lines] = text
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'))
  return lines.map(cells =>
    Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ''])),
  )
}
