// zone.js replaces the platform's scheduling in order to follow what an app has started: Angular
// renders again after every job, and a server holds its answer back until the last timer. What this
// package schedules is none of the app's work, so it goes round the zone, which keeps the originals.

interface Zones {
  readonly current?: { wrap?<F>(callback: F, source: string): F }
  __symbol__?(name: string): string
}

type Members = Readonly<Record<string, unknown>>

const { apply } = Reflect
const NativePromise = original('Promise', globalThis) as PromiseConstructor
const then = original('then', NativePromise.prototype) as PromiseLike<void>['then']
const settled: Promise<void> = NativePromise.resolve()

/**
 * Whether {@link afterThisJob} is the engine's own, which no page can hold back. Some libraries
 * replace `then`, and tests may replace promises whole.
 */
export const jobsAreNative: boolean = Function.prototype.toString
  .call(then)
  .includes('[native code]')

/**
 * Runs `work` once the code that is running now has finished. Neither zones nor fake clocks notice:
 * of all ways to schedule a job, fake clocks leave the reactions of promises alone.
 *
 * @returns whether it will run, which it does unless the page has broken its promises
 */
export function afterThisJob(work: () => void): boolean {
  try {
    apply(then, settled, [work])
    return true
  } catch {
    return false
  }
}

/**
 * Calls `work` after so many milliseconds. The timer keeps no process alive.
 *
 * @returns what stops it
 */
export function startTimer(work: () => void, milliseconds: number): () => void {
  const start = original('setTimeout', globalThis) as typeof setTimeout
  const stop = original('clearTimeout', globalThis) as typeof clearTimeout
  const timer: unknown = apply(start, globalThis, [work, milliseconds])
  // Node and Bun give an object, browsers and Deno a number.
  if (typeof timer === 'object') (timer as { unref?: () => void } | null)?.unref?.()
  else (globalThis as { Deno?: { unrefTimer?(id: unknown): void } }).Deno?.unrefTimer?.(timer)
  return () => apply(stop, globalThis, [timer as ReturnType<typeof setTimeout>])
}

/** Makes a callback run in the zone that registers it, as the platform's events do under zone.js. */
export function inThisZone<F extends (event: never) => void>(callback: F): F {
  return zones()?.current?.wrap?.(callback, 'rolegate') ?? callback
}

function original(name: string, owner: object): unknown {
  const key = zones()?.__symbol__?.(name)
  return (key === undefined ? undefined : (owner as Members)[key]) ?? (owner as Members)[name]
}

function zones(): Zones | undefined {
  return (globalThis as { Zone?: Zones }).Zone
}
