import { join } from 'node:path'
import { makeApp } from './app.js'
import { openDatabase } from './database.js'
import { readKey } from './key.js'

const { DATA = join(import.meta.dirname, '../data'), PORT = '4300' } = process.env

const app = await makeApp(openDatabase(DATA), readKey(DATA))
console.log(
  `Open ${await app.listen({ port: Number(PORT) })} as ada, ben or cleo; password: studio`,
)
