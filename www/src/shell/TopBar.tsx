import { Languages, Moon, Sun } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { translations, useLanguage, useTexts } from '../language/LanguageContext.ts'
import { LANGUAGES, languageName } from '../language/languages.ts'
import { VIEWS, viewNames } from '../scenario/views.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Logo } from '../ui/Logo.tsx'
import { MenuButton } from '../ui/MenuButton.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import { useTheme } from '../ui/useTheme.ts'

const TEXTS = translations({
  en: {
    skip: 'Skip to the content',
    views: 'Views',
    language: 'Language',
    light: 'Light colours',
    dark: 'Dark colours',
  },
  nl: {
    skip: 'Naar de inhoud',
    views: 'Weergaven',
    language: 'Taal',
    light: 'Lichte kleuren',
    dark: 'Donkere kleuren',
  },
})

/** The name of the workbench, its views, the language and the colours. */
export function TopBar() {
  const texts = useTexts(TEXTS)
  const names = useTexts(viewNames)
  const { view, href, catalog, go, scene } = useWorkbench()
  const language = useLanguage()
  const [theme, toggleTheme] = useTheme()
  const shown = catalog ?? scene.inForce?.catalog
  const list = useRef<HTMLUListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another place in the list
  useEffect(() => {
    if (list.current) scrollToCurrent(list.current)
  }, [view])
  const languages = [...new Set([...LANGUAGES, ...(shown?.languages() ?? [])])]
  return (
    <header className="top">
      <SkipLink to="main">{texts.skip}</SkipLink>
      <Logo />
      <nav className="views" aria-label={texts.views}>
        <ul ref={list}>
          {VIEWS.map(({ path, icon: Icon }) => (
            <li key={path}>
              <a href={href({}, path)} aria-current={path === view ? 'page' : undefined}>
                <Icon aria-hidden size={16} />
                {names[path]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="top-actions">
        <MenuButton
          icon={Languages}
          label={texts.language}
          text={language.toUpperCase()}
          options={languages.map(id => ({ id, label: languageName(id) }))}
          chosen={language}
          onChoose={lang => go({ lang }, { replace: true })}
        />
        <IconButton
          icon={theme === 'dark' ? Sun : Moon}
          label={theme === 'dark' ? texts.light : texts.dark}
          onPress={toggleTheme}
        />
      </div>
    </header>
  )
}

/** Scrolls a list sideways, and nothing else, so that the current entry is in its middle. */
function scrollToCurrent(list: HTMLElement): void {
  const current = list.querySelector('[aria-current]')
  if (!current) return
  const [place, entry] = [list.getBoundingClientRect(), current.getBoundingClientRect()]
  list.scrollLeft += entry.x + entry.width / 2 - (place.x + place.width / 2)
}
