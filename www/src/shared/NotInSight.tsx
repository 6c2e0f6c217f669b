import { usePane, useScenario } from '../gate/PaneContext.ts'
import { useRoleName } from '../gate/useRoles.ts'
import { translations, useTexts } from '../language/LanguageContext.ts'

const TEXTS = translations({
  en: {
    title: (who: string) => `Not in sight for ${who || 'somebody without a role'}`,
    help: 'What the address names is not among what this person sees here. Nothing else is opened in its place.',
  },
  nl: {
    title: (who: string) => `Niet in beeld voor ${who || 'iemand zonder rol'}`,
    help: 'Wat het adres noemt, hoort niet bij wat deze persoon hier ziet. Er wordt niets anders geopend.',
  },
})

/** Stands in the place of an item that the address names and the person does not see. */
export function NotInSight() {
  const texts = useTexts(TEXTS)
  const { item } = usePane()
  const roleName = useRoleName()
  const who = useScenario().roles.map(roleName).join(' + ')
  return (
    <section className="card" data-not-in-sight={item}>
      <h2>{texts.title(who)}</h2>
      <p>{texts.help}</p>
    </section>
  )
}
