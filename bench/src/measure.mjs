import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * One engine at one task: `run(times)` does the work that often and returns, or resolves to, how
 * many answers were yes.
 * @typedef {{ name: string, run: (times: number) => number | Promise<number> }} Runner
 */

/** How long a batch should take: long against the timer, short against the machine's own pauses. */
const BATCH_NS = 5e5
/** What an engine works before it is measured, so that its code is compiled as well as it will be. */
const WARM_UP_NS = 5e8
/** No engine gets more time than this per task: slow ones run fewer rounds. */
const MOST_NS = 2e9
const LEAST_ROUNDS = 5

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Runs all engines in turns, a batch each, and returns for each the median of the nanoseconds of one
 * time: by the clock, and of the process's own work in all its threads. As the rounds are
 * interleaved, whatever else the machine does meets all alike.
 *
 * @param {readonly Runner[]} runners
 * @param {{ rounds?: number, batch?: number }} options `batch` is in nanoseconds
 * @returns {Promise<Map<string, { ns: number, cpu: number, rounds: number }>>}
 */
export async function race(runners, { rounds = 201, batch = BATCH_NS } = {}) {
  const field = []
  for (const runner of runners) {
    await warmedUp(runner)
    const times = await calibrated(runner, batch)
    field.push({ runner, times, samples: [], cpu: [], spent: 0 })
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < field.length; at += 1) {
      const entry = field[(at + round) % field.length]
      if (entry.samples.length >= LEAST_ROUNDS && entry.spent > MOST_NS) continue
      await nextTurn() // so that no engine's clock is read less often than once per batch
      const before = process.cpuUsage()
      const ns = await timed(entry.runner, entry.times)
      const { user, system } = process.cpuUsage(before)
      entry.spent += ns
      entry.samples.push(ns / entry.times)
      entry.cpu.push(((user + system) * 1000) / entry.times)
    }
  }
  return new Map(
    field.map(({ runner, samples, cpu }) => [
      runner.name,
      { ns: median(samples), cpu: median(cpu), rounds: samples.length },
    ]),
  )
}

async function warmedUp(runner) {
  for (let times = 1, spent = 0; spent < WARM_UP_NS; times *= 2)
    spent += await worked(runner, times)
}

async function calibrated(runner, batch) {
  for (let times = 1; ; times *= 2) {
    // The shortest of some: nothing came in between.
    let ns = await timed(runner, times)
    for (let more = 0; more < 4 && ns < 1e8; more += 1)
      ns = Math.min(ns, await timed(runner, times))
    if (ns >= batch / 2) return Math.max(1, Math.round((times * batch) / ns))
  }
}

/** The nanoseconds of work, in all threads of the process. */
async function worked(runner, times) {
  const before = process.cpuUsage()
  await timed(runner, times)
  const { user, system } = process.cpuUsage(before)
  return (user + system) * 1000
}

let answers = 0

async function timed(runner, times) {
  const start = process.hrtime.bigint()
  const result = runner.run(times)
  answers += typeof result === 'number' ? result : await result
  return Number(process.hrtime.bigint() - start)
}

/** What was answered so far: reading it keeps the compiler from leaving the work out. */
export function answered() {
  return answers
}
