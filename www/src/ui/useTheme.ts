import { useEffect, useState, useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'

const KEY = 'theme'

/** The colour theme: the stored choice, or else the system's, which may change. */
export function useTheme(): [Theme, () => void] {
  const [chosen, setChosen] = useState(stored)
  const system = useSyncExternalStore(subscribe, () => (DARK.matches ? 'dark' : 'light'))
  const theme = chosen ?? system
  useEffect(() => {
    if (chosen) document.documentElement.dataset['theme'] = chosen
  }, [chosen])
  const toggle = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    store(next)
    setChosen(next)
  }
  return [theme, toggle]
}

const DARK = matchMedia('(prefers-color-scheme: dark)')

function subscribe(listener: () => void): () => void {
  DARK.addEventListener('change', listener)
  return () => DARK.removeEventListener('change', listener)
}

function stored(): Theme | null {
  try {
    const theme = localStorage.getItem(KEY)
    return theme === 'light' || theme === 'dark' ? theme : null
  } catch {
    return null
  }
}

/** Private windows may refuse storage. The choice then lasts until the page is closed. */
function store(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {}
}
