import { execFileSync } from 'node:child_process'

/** Runs `work` as a named step, and returns what it returns; one that fails fails the process. */
export async function step(name, work) {
  const started = performance.now()
  try {
    const result = await work()
    console.log(`ok   ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
    return result
  } catch (error) {
    process.exitCode = 1
    console.log(`FAIL ${name}`)
    // The message of a program that failed holds its standard error.
    console.error(error.message, error.stdout ?? '')
  }
}

/** Runs a program to its end, and returns what it printed. */
export function run(cwd, program, ...args) {
  // Vite's development server sets this one for the whole process.
  const { NODE_ENV: _, ...env } = process.env
  return execFileSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: Number.POSITIVE_INFINITY,
  })
}
