// Two instances on one database. An instance that ends is started again.

import { setTimeout as sleep } from 'node:timers/promises'
import { startInstance } from './instances.js'
import { startPostgres } from './postgres.js'

const { DATABASE_URL } = process.env
const postgres = DATABASE_URL ? undefined : await startPostgres()
const running = new Map()
let isOver = false

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await stop()
    process.exit()
  })
}

try {
  await Promise.all([4311, 4312].map(keepRunning))
} catch (error) {
  console.error(error.message)
  await stop()
  process.exit(1)
}

async function keepRunning(port) {
  while (!isOver) {
    try {
      const instance = await startInstance(DATABASE_URL ?? postgres.url, port)
      running.set(port, instance)
      console.log(instance.line)
      await instance.ended
    } catch (error) {
      // It has worked before, so it is the database that is not there for the moment.
      if (!running.has(port)) throw error
      await sleep(500)
    }
  }
}

async function stop() {
  isOver = true
  await Promise.all([...running.values()].map(({ kill }) => kill()))
  await postgres?.stop()
}
