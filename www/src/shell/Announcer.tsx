import { useEffect, useRef, useState } from 'react'
import { translations, useLabels, useTexts } from '../language/LanguageContext.ts'
import { decideForAnyRecord } from '../scenario/anyRecord.ts'
import type { DisplayCatalog } from '../scenario/DisplayCatalog.ts'
import { rolesOf } from '../scenario/roles.ts'
import type { InForce } from '../scenario/Scene.ts'
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

/** What becomes of every permission, as it was last told. */
interface Told {
  readonly catalog: DisplayCatalog
  readonly outcomes: readonly string[]
}

function outcomesOf({ catalog, gate }: InForce): readonly string[] {
  return catalog.permissions.map(({ id }) => decideForAnyRecord(gate, id).outcome)
}

/** Tells screen readers once, politely, that another scenario is on the screen. */
export function Announcer() {
  const { scene } = useWorkbench()
  const { inForce } = scene
  const label = useLabels()
  const texts = useTexts(TEXTS)
  const [text, setText] = useState('')
  const told = useRef<Told>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language says nothing new
  useEffect(() => {
    if (!inForce) return
    const { catalog, scenario } = inForce
    const before = told.current
    const outcomes = outcomesOf(inForce)
    told.current = { catalog, outcomes }
    if (before?.catalog !== catalog) return
    const changed = outcomes.filter((outcome, index) => outcome !== before.outcomes[index]).length
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
