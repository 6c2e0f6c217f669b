// Starts a PostgreSQL of Debian's package on loopback, with a database that lasts as long as it does.

import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const DEBIAN = '/usr/lib/postgresql'

/** The address of the database, and what restarts and ends it. */
export async function startPostgres() {
  const programs = findPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'rolegate-postgres-'))
  const user = userFor(folder)
  const options = { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] }
  const data = join(folder, 'data')
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'notes', '-A', 'trust', '--no-sync'],
    options,
  )
  const port = await freePort()
  const settings = ['-h', '127.0.0.1', '-p', `${port}`, '-k', folder, '-c', 'fsync=off']
  let server
  let ended
  const start = async () => {
    server = spawn(join(programs, 'postgres'), ['-D', data, ...settings], {
      ...options,
      stdio: 'ignore',
    })
    ended = once(server, 'exit')
    const ready = ['-h', '127.0.0.1', '-p', `${port}`, '-q']
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        execFileSync(join(programs, 'pg_isready'), ready)
        break
      } catch {
        await sleep(100)
      }
    }
  }
  const end = async signal => {
    server.kill(signal)
    await ended
  }
  await start()
  return {
    url: `postgres://notes@127.0.0.1:${port}/postgres`,
    /** Ends it as a crash does, with every connection, and starts it again. */
    async restart() {
      await end('SIGQUIT')
      await start()
    },
    async stop() {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function findPrograms() {
  try {
    const [newest] = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one))
    return join(DEBIAN, newest, 'bin')
  } catch {
    throw new Error("there is no PostgreSQL: install Debian's package `postgresql`")
  }
}

/** PostgreSQL refuses to run as root: then it runs as the user of its package, who is given the folder. */
function userFor(folder) {
  if (process.getuid() !== 0) return {}
  const id = option => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }))
  const [uid, gid] = [id('-u'), id('-g')]
  chownSync(folder, uid, gid)
  return { uid, gid }
}

async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}
