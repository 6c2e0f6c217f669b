import { useEffect, useState } from 'react'
import { translations, useLabels, useTexts } from '../language/LanguageContext.ts'
import { rolesOf } from '../scenario/roles.ts'
import { useWorkbench } from '../scenario/WorkbenchProvider.tsx'

const TEXTS = translations({
  en: {
    nobody: 'no role',
    seen: (who: string, changed: number, of: number) =>
      changed === 0
        ? `Seen as ${who}. Nothing is shown differently.`
        : `Seen as ${who}. ${changed} of ${of} permissions are shown differently.`,
  },
  nl: {
    nobody: 'geen rol',
    seen: (who: string, changed: number, of: number) =>
      changed === 0
        ? `Gezien als ${who}. Er wordt niets anders getoond.`
        : `Gezien als ${who}. ${changed} van ${of} rechten worden anders getoond.`,
  },
})

/** Tells screen readers once, politely, that another scenario is on the screen. */
export function Announcer() {
  const { scene } = useWorkbench()
  const { inForce } = scene
  const label = useLabels()
  const texts = useTexts(TEXTS)
  const [text, setText] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language says nothing new
  useEffect(() => {
    if (!inForce || inForce.changed === null) return
    const { catalog, scenario, changed } = inForce
    const roles = rolesOf(catalog, scenario.customRoles)
    const names = scenario.roles.map(id => label(roles.find(role => role.id === id)?.label))
    setText(texts.seen(names.join(' + ') || texts.nobody, changed, catalog.permissions.length))
  }, [inForce])
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  )
}
