// Two instances on one database. An instance that ends is started again.

import { startInstance } from './instances.js'
import { startPostgres } from './postgres.js'

const { DATABASE_URL } = process.env
const postgres = DATABASE_URL ? undefined : await startPostgres()
const running = new Map()
let isOver = false

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    isOver = true
    await Promise.all([...running.values()].map(({ kill }) => kill()))
    await postgres?.stop()
    process.exit()
  })
}

await Promise.all([4311, 4312].map(keepRunning))

async function keepRunning(port) {
  while (!isOver) {
    const instance = await startInstance(DATABASE_URL ?? postgres.url, port)
    running.set(port, instance)
    console.log(instance.line)
    await instance.ended
  }
}
