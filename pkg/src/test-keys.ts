import { toJson } from './json.ts'

/** How the `kid` of a key begins that was made for tests. */
export const TEST_KID = 'rolegate-test-'

/** Whether a key set, as text, holds a key that was made for tests. */
export function holdsTestKey(keys: string): boolean {
  return unescaped(keys).includes(`"${TEST_KID}`)
}

/** The JSON text without escapes where none are needed. */
function unescaped(text: string): string {
  try {
    return toJson(JSON.parse(text))
  } catch {
    // The engine refuses it.
    return text
  }
}
