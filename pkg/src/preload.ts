import { start } from './binding.ts'

/**
 * Begins to fetch and compile the engine, for a page that can make no gate yet. A gate does the same
 * when it is made, and all gates of the page share the engine. If it fails, `load` tries again and
 * reports the error. With `rolegate/slim`, call `provideEngine` first.
 */
export function preload(): void {
  start().catch(() => {})
}
