import { useLanguage } from '../language/LanguageContext.ts'
import { interfaceLanguage } from '../language/languages.ts'
import { createSharedState, type UseSharedState } from './sharedState.ts'

/** How the screens of a product read what they quote: messages, names of documents, and the like. */
interface Samples {
  /** Gives samples in the language of the page; the same samples are always the same object there. */
  readonly useSamples: <T>(samples: T) => T
  /** Makes shared state that begins as samples. What people write into it stays as they wrote it. */
  readonly createSamples: <T>(initial: T) => UseSharedState<T>
}

/** Makes samples, which are written in English, readable in Dutch, too, by a list of both. */
export function samplesIn(dutch: Readonly<Record<string, string>>): Samples {
  const texts = new Map(Object.entries(dutch))
  const known = new WeakMap<object, unknown>()
  const read = (value: unknown): unknown => {
    if (typeof value === 'string') return texts.get(value) ?? value
    if (typeof value !== 'object' || value === null) return value
    if (!known.has(value)) known.set(value, readParts(value))
    return known.get(value)
  }
  const readParts = (value: object) =>
    Array.isArray(value)
      ? value.map(read)
      : Object.fromEntries(
          // Ids are what records are found by, whatever the language.
          Object.entries(value).map(([key, part]) => [key, key === 'id' ? part : read(part)]),
        )
  const useSamples = <T>(samples: T): T => {
    const isDutch = interfaceLanguage(useLanguage()) === 'nl'
    return isDutch ? (read(samples) as T) : samples
  }
  return {
    useSamples,
    createSamples: initial => {
      const useShared = createSharedState(initial)
      const useState = (): ReturnType<typeof useShared> => {
        const [state, update] = useShared()
        return [useSamples(state), update]
      }
      return Object.assign(useState, { now: useShared.now })
    },
  }
}
