import { makeApp } from './app.js'
import { openDatabase } from './database.js'

const { DATABASE_URL, PORT } = process.env

const app = await makeApp(await openDatabase(DATABASE_URL))
console.log(`Open ${await app.listen({ port: Number(PORT) })} as ada or ben`)
