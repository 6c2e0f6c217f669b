/** How the `kid` of a key begins that was made for tests. */
export const TEST_KID = 'rolegate-test-'

/** Whether a key set, as text, holds a key that was made for tests. */
export function holdsTestKey(keys: string): boolean {
  return keys.includes(`"${TEST_KID}`)
}
