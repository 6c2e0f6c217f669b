/** How the `kid` of a key begins that was made for tests; the engine refuses others' sets that hold it. */
export const TEST_KID = 'rolegate-test-'
