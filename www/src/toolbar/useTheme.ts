import { useEffect, useState } from 'react'

export type Theme = 'light' | 'dark'

const KEY = 'theme'

/** The colours of the page: the person's choice, or the system's. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() => stored() ?? system())
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  const swap = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    store(next)
    setTheme(next)
  }
  return [theme, swap]
}

function system(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

function stored(): Theme | null {
  try {
    const theme = localStorage.getItem(KEY)
    return theme === 'light' || theme === 'dark' ? theme : null
  } catch {
    return null
  }
}

/** Private windows may refuse to store; the choice then lasts as long as the page. */
function store(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme)
  } catch {}
}
