import { Trash2 } from 'lucide-react'
import { useTexts } from '../../language/LanguageContext.ts'
import { dropScenario, savedScenarios } from '../../scenario/saved.ts'
import { useStore } from '../../scenario/store.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { startTexts } from './texts.ts'

/** The scenarios that were saved in this browser. */
export function SavedScenarios() {
  const texts = useTexts(startTexts)
  const saved = useStore(savedScenarios)
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">{texts.saved}</h2>
      {saved.length === 0 && <p className="empty">{texts.noneSaved}</p>}
      <ul className="rows">
        {saved.map(({ name, href }) => (
          <li key={name}>
            <a className="row-text" href={href}>
              {name}
            </a>
            <IconButton
              icon={Trash2}
              label={texts.remove(name)}
              onPress={() => dropScenario(name)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
