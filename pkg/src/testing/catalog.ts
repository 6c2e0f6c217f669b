import { problemsOf, start } from '../binding.ts'
import { tooLong } from '../catalog-source.ts'
import { attempt, isPlain } from '../checks.ts'
import { frozen } from '../freeze.ts'
import type { CatalogFile } from '../index.ts'
import { CATALOG_BYTES } from '../limits.ts'
import { readCatalogFile } from '../options.ts'

/** Something that is wrong in a catalog. */
export interface CatalogProblem {
  /**
   * The place, as a path from the root: `areas[2].permissions[0].needs[1]`; empty for the whole file.
   */
  readonly place: string
  /** What is wrong there, and what would be right: one English sentence, without its full stop. */
  readonly message: string
}

/**
 * Everything that is wrong in a catalog, in the order and in the words of `rolegate catalog check`; an
 * empty list if it is valid.
 *
 * ```ts
 * expect(await checkCatalog(await readFile('chat.json'))).toEqual([])
 * ```
 *
 * @param catalog - the file's text or bytes, or what it is parsed to
 * @throws TypeError (as a rejection) for anything else; GateError `ERR_ENGINE_UNAVAILABLE` where the engine
 *   cannot start
 */
export async function checkCatalog(
  catalog: CatalogFile | object,
): Promise<readonly CatalogProblem[]> {
  const file = readCatalogFile(fileOf(catalog), '`catalog` must be')
  if (file.length > CATALOG_BYTES) return frozen([{ place: '', message: tooLong().message }])
  await start()
  return frozen(problemsOf(file))
}

/** The file that a catalog stands for: an object is written as one. */
export function fileOf(catalog: CatalogFile | object): CatalogFile {
  return attempt('`catalog`', () =>
    isPlain(catalog) ? JSON.stringify(catalog) : catalog,
  ) as CatalogFile
}
