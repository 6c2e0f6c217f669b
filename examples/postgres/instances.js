import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('server/main.js', import.meta.url))

/** An instance of the server on that port, once it listens; `kill` ends it as a crash does. */
export async function startInstance(databaseUrl, port) {
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: `${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  const [line] = await Promise.race([
    once(server.stdout.setEncoding('utf8'), 'data'),
    ended.then(([code]) => {
      throw new Error(`the instance on port ${port} has ended: ${code}`)
    }),
  ])
  return {
    line: line.trim(),
    ended,
    async kill() {
      server.kill('SIGKILL')
      await ended
    },
  }
}
