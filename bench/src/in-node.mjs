// Measures in this Node, and writes what it found as JSON.

import { engines } from './engines.mjs'
import { growth } from './load.mjs'
import { race } from './measure.mjs'
import { others } from './others.mjs'
import { suite } from './suite.mjs'

const SIZES = [500, 1000, 2000]
const ROLES = 40

const name = `Node ${process.versions.node}`
const tell = what => console.error(`${name}: ${what} …`)
const found = await suite([...(await engines()), ...(await others())], tell)

tell('growth')
const grown = await growth(SIZES, ROLES)
const first = await race(
  grown.map(({ first: runner }) => runner),
  { rounds: 12 },
)
const again = await race(
  grown.map(({ again: runner }) => runner),
  { rounds: 24 },
)
const growths = grown.map(({ size, catalog, table }) => ({
  size,
  catalog,
  table,
  first: first[size],
  again: again[size],
}))
console.log(JSON.stringify({ name, roles: ROLES, growths, ...found }))
