// zone.js replaces the platform's scheduling in order to follow an app's work: Angular renders again
// after every job, and a server delays its response until the last timer. What this package schedules
// is not the app's work, so it uses the original functions, which the zone keeps.

interface Zones {
  readonly current?: { wrap?<F>(callback: F, source: string): F }
  __symbol__?(name: string): string
}

type Members = Readonly<Record<string, unknown>>

const { apply } = Reflect
/** The platform's own, as it was when the package was loaded. */
export const NativePromise: PromiseConstructor = original(
  'Promise',
  globalThis,
) as PromiseConstructor
const then = original('then', NativePromise.prototype) as PromiseLike<void>['then']
const settled: Promise<void> = NativePromise.resolve()

/**
 * Whether {@link afterThisJob} uses the runtime's own promises, whose jobs no page can delay. Some
 * libraries replace `then`, and tests may replace promises entirely.
 */
export const jobsAreNative: boolean = Function.prototype.toString
  .call(then)
  .includes('[native code]')

/**
 * Runs `work` once the code that is running now has finished. Neither zones nor fake clocks notice it,
 * because fake clocks do not replace the reactions of promises.
 *
 * @returns whether it will run; it will not if the page has broken its promises
 */
export function afterThisJob(work: () => void): boolean {
  try {
    apply(then, settled, [work])
    return true
  } catch {
    return false
  }
}

/** Milliseconds: the platform's timers do not wait for longer ones at all. */
const LONGEST_TIMER = 2 ** 31 - 1

/**
 * Calls `work` after that many milliseconds, at most 24 days. The timer keeps no process alive.
 *
 * @returns a function that stops the timer
 */
export function startTimer(work: () => void, milliseconds: number): () => void {
  const start = original('setTimeout', globalThis) as typeof setTimeout
  const stop = original('clearTimeout', globalThis) as typeof clearTimeout
  const timer: unknown = apply(start, globalThis, [work, Math.min(milliseconds, LONGEST_TIMER)])
  // Node and Bun give an object, browsers and Deno a number.
  if (typeof timer === 'object') (timer as { unref?: () => void } | null)?.unref?.()
  else (globalThis as { Deno?: { unrefTimer?(id: unknown): void } }).Deno?.unrefTimer?.(timer)
  return () => apply(stop, globalThis, [timer as ReturnType<typeof setTimeout>])
}

/** Binds a callback to the current zone, as zone.js does for the platform's events. */
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
