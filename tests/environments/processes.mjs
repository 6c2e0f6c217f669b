// Programs of tools: each in a process group of its own, which is ended with everything it started.

import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'

/** Seconds after which a program that has not ended has failed. */
const ENDS_WITHIN = 300

/** Seconds after which a server that answers nothing, or an error, has failed. */
const ANSWERS_WITHIN = 120

const running = new Set()
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all([...running].map(stop))
    process.exit(1)
  })
}

/** Runs a program to its end, and returns what it printed; its words are separated by single spaces. */
export async function run(command, options) {
  const program = start(command, options)
  const late = new AbortController()
  const code = await Promise.race([
    program.ended,
    sleep(ENDS_WITHIN * 1000, `no end after ${ENDS_WITHIN} s`, { signal: late.signal }),
  ])
  late.abort()
  await stop(program)
  if (code !== 0) throw new Error(`\`${command}\`: ${code}\n${said(program)}`)
  return program.stdout
}

/** Starts a server on a free port, which stands for `PORT`, and returns what `look` finds at its address. */
export async function serve(command, options, look) {
  const port = await freePort()
  const env = { ...options.env, PORT: `${port}` }
  const program = start(command.replace('PORT', port), { ...options, env })
  const address = `http://localhost:${port}/`
  try {
    await answering(address, program)
    return await look(address)
  } catch (error) {
    throw new Error(`\`${command}\`: ${error.message}\n${said(program)}`)
  } finally {
    await stop(program)
  }
}

function start(command, { cwd, env }) {
  const [name, ...args] = command.split(' ')
  const child = spawn(name, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const program = { child, stdout: '', stderr: '', code: undefined }
  for (const stream of ['stdout', 'stderr']) {
    child[stream].setEncoding('utf8').on('data', text => {
      program[stream] += text
    })
  }
  program.ended = new Promise(resolve => {
    child.once('error', resolve)
    child.once('exit', (code, signal) => resolve(code ?? signal))
  }).then(code => {
    program.code = code
    return code
  })
  running.add(program)
  return program
}

/** Ends what is left of a program's group, and waits for the last it printed. */
async function stop(program) {
  const { child } = program
  if (child.pid === undefined) return running.delete(program)
  const closed = new Promise(resolve => child.once('close', resolve))
  if (program.code === undefined) {
    end(child, 'SIGTERM')
    await Promise.race([program.ended, sleep(2000)])
  }
  end(child, 'SIGKILL')
  // A process that left the group may keep the streams open.
  if (!child.stdout.closed || !child.stderr.closed) await Promise.race([closed, sleep(2000)])
  running.delete(program)
}

function end(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The whole group has ended.
  }
}

async function answering(address, program) {
  let last = 'no answer'
  for (const since = Date.now(); Date.now() - since < ANSWERS_WITHIN * 1000; await sleep(250)) {
    if (program.code !== undefined) throw new Error(`the server ended: ${program.code}`)
    try {
      const { status } = await fetch(address, { signal: AbortSignal.timeout(60_000) })
      if (status < 500) return
      last = `status ${status}`
    } catch (error) {
      last = error.message
    }
  }
  throw new Error(`the server does not come up: ${last}`)
}

async function freePort() {
  const server = createServer()
  await new Promise(resolve => server.listen(0, resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

function said({ stdout, stderr }) {
  return [stdout, stderr].map(text => stripVTControlCharacters(text).trim().slice(-3000)).join('\n')
}
