import { createStore } from './store.ts'

/** An address with a name. */
export interface Saved {
  readonly name: string
  readonly href: string
}

const KEY = 'saved scenarios'

/** The scenarios that were saved in this browser, the latest first. */
export const savedScenarios = createStore(read())
savedScenarios.subscribe(write)

/** Saves a scenario; one of the same name is replaced. */
export function saveScenario(saved: Saved): void {
  savedScenarios.update(all => [saved, ...all.filter(({ name }) => name !== saved.name)])
}

export function dropScenario(name: string): void {
  savedScenarios.update(all => all.filter(saved => saved.name !== name))
}

function read(): readonly Saved[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isSaved) : []
  } catch {
    return []
  }
}

/** Where storage is refused, the scenarios last until the page is closed. */
function write(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(savedScenarios.get()))
  } catch {}
}

function isSaved(value: unknown): value is Saved {
  const { name, href } = (value ?? {}) as Partial<Saved>
  return typeof name === 'string' && typeof href === 'string' && href.startsWith('#/')
}
