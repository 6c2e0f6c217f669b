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

const inNode = typeof process === 'object' && process.versions?.node !== undefined

const clock = () => performance.now() * 1e6

/** The nanoseconds that the process has worked in all its threads; a page cannot know. */
const work = inNode
  ? () => {
      const { user, system } = process.cpuUsage()
      return (user + system) * 1000
    }
  : () => Number.NaN

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

export function median(values) {
  return quantile(values, 0.5)
}

export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return below + (above - below) * (place % 1)
}

/**
 * Runs all engines in turns, a batch each, and returns for each the median of the nanoseconds of one
 * time: by the clock, and of the process's own work in all its threads. As the rounds are
 * interleaved, whatever else the machine does meets all alike.
 *
 * With `apart`, a batch is one time, and the thread rests so many milliseconds before it: other threads
 * that a runner waits for have gone to sleep by then, as in a page that does something once.
 *
 * @param {readonly Runner[]} runners
 * @param {{ rounds?: number, batch?: number, apart?: number }} options `batch` is in nanoseconds
 */
export async function race(runners, { rounds = 201, batch = BATCH_NS, apart } = {}) {
  const field = []
  for (const runner of runners) {
    await warmedUp(runner)
    const times = apart === undefined ? await calibrated(runner, batch) : 1
    field.push({ runner, times, samples: [], work: [], spent: 0 })
  }
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < field.length; at += 1) {
      const entry = field[(at + round) % field.length]
      if (entry.samples.length >= LEAST_ROUNDS && entry.spent > MOST_NS) continue
      // A turn at least, so that no engine's clock is read less often than once per batch.
      await pause(apart ?? 0)
      const before = work()
      const ns = await timed(entry.runner, entry.times)
      entry.work.push((work() - before) / entry.times)
      entry.spent += ns
      entry.samples.push(ns / entry.times)
    }
  }
  return Object.fromEntries(
    field.map(({ runner, samples, work }) => [
      runner.name,
      {
        ns: median(samples),
        most: quantile(samples, 0.9),
        least: quantile(samples, 0.1),
        work: median(work),
        rounds: samples.length,
      },
    ]),
  )
}

async function warmedUp(runner) {
  for (let times = 1, spent = 0; spent < WARM_UP_NS; times *= 2) {
    const before = work()
    const ns = await timed(runner, times)
    spent += inNode ? work() - before : ns
  }
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

let answers = 0

async function timed(runner, times) {
  const start = clock()
  const result = runner.run(times)
  answers += typeof result === 'number' ? result : await result
  return clock() - start
}

/** What was answered so far: reading it keeps the compiler from leaving the work out. */
export function answered() {
  return answers
}
