import { ArrowRight } from 'lucide-react'
import type { Explanation } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { applied, type Change, changesFor, type Missing, placeOf, type Situation } from './apply.ts'
import { relationsThatHelp } from './record.ts'
import { whyTexts } from './texts.ts'
import type { Words } from './useWords.ts'

interface Props {
  readonly inForce: InForce
  readonly question: string
  readonly explanation: Explanation
  readonly words: Words
  readonly onApply: (situation: Situation) => void
}

/** What is missing, as changes that can be made at once: of every group any one. */
export function Help(props: Props) {
  const texts = useTexts(whyTexts)
  const { explanation } = props
  if (explanation.allowed || explanation.missing.length === 0) return null
  return (
    <section className="why-help">
      <h3>{texts.help}</h3>
      <Groups {...props} missing={explanation.missing} />
    </section>
  )
}

interface GroupsProps extends Props {
  readonly missing: readonly Missing[]
}

function Groups({ missing, ...props }: GroupsProps) {
  const texts = useTexts(whyTexts)
  return (
    <>
      {missing.length > 1 && <p className="why-rule">{texts.allOf}</p>}
      <ul className="why-groups" data-all={missing.length}>
        {missing.map(one => (
          <li key={`${one.code} ${one.permission ?? ''}`} className="why-group">
            <Group {...props} one={one} isNamed={missing.length > 1} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface GroupProps extends Props {
  readonly one: Missing
  readonly isNamed: boolean
}

function Group({ one, isNamed, ...props }: GroupProps) {
  const texts = useTexts(whyTexts)
  const { words } = props
  const { permission, atLeast, missing = [], code } = one
  const changes = changesFor(one, props.inForce.scenario)
  if (permission !== undefined && changes.length === 0 && missing.length > 0) {
    return (
      <>
        <p className="why-what">
          {texts.needs} {texts.depends(words.permission(permission))}
          {atLeast && atLeast !== 'on' && <> {texts.atLeast(words.value(atLeast))}</>}
        </p>
        <Groups {...props} missing={missing} />
      </>
    )
  }
  return (
    <>
      {isNamed && <p className="why-what">{texts.reach[code] ?? code}</p>}
      {changes.length > 1 && <p className="why-rule">{texts.anyOf}</p>}
      {changes.length === 0 && <p className="why-none">{texts.outOfReach}</p>}
      <div className="why-changes" data-any={changes.length}>
        {changes.map(change => (
          <ChangeButton key={JSON.stringify(change)} {...props} change={change} />
        ))}
      </div>
    </>
  )
}

function ChangeButton({ inForce, question, words, onApply, change }: Props & { change: Change }) {
  const { address } = useWorkbench()
  const { catalog, scenario, gate } = inForce
  const kind = catalog.permission(question)?.record ?? ''
  const press = () => {
    const all = catalog.records[kind]?.relations ?? []
    const record =
      'record' in change ? relationsThatHelp(gate, question, all, scenario) : address.relations
    onApply(applied(catalog, { scenario, relations: address.relations }, change, record))
  }
  return (
    <Button icon={ArrowRight} small data-change={JSON.stringify(change)} onPress={press}>
      {useChangeText(inForce, words)(change)}
    </Button>
  )
}

function useChangeText({ catalog, scenario }: InForce, words: Words): (change: Change) => string {
  const texts = useTexts(whyTexts)
  const sentence = (parts: readonly string[]) =>
    parts
      .map((part, index) => (index === 0 ? part : part.charAt(0).toLowerCase() + part.slice(1)))
      .join(texts.join)
  const text = (change: Change): string => {
    if ('together' in change) return sentence(change.together.map(text))
    if ('role' in change) return texts.giveRole(words.role(change.role))
    if ('entitlements' in change) return texts.buy(words.entitlements(change.entitlements))
    if ('values' in change) {
      const set = Object.entries(change.values).map(([permission, value]) => {
        const place = placeOf(catalog, scenario, permission, value)
        const name = words.permission(permission)
        return place && 'role' in place
          ? texts.setRole(name, words.value(value), words.role(place.role))
          : texts.setLayer(name, words.value(value))
      })
      const record = change.relations && texts.askRecord(words.relations(change.relations))
      return sentence([...set, ...(record ? [record] : [])])
    }
    if ('filters' in change) return texts.removeFilters(scenario.filters.length)
    if ('relations' in change) return texts.askRecord(words.relations(change.relations))
    return texts.anyRecord
  }
  return text
}
