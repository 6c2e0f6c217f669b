import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useTexts } from '../../language/LanguageContext.ts'
import { CatalogProblem, keepCatalog } from '../../scenario/catalogs.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { viewNames } from '../../scenario/views.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import type { Asked } from '../../table/answers.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { toast } from '../../ui/toast.ts'
import { Comparison, type Side } from './Comparison.tsx'
import { KINDS, type Kind } from './kinds.ts'
import { SidePicker } from './SidePicker.tsx'
import { firstSides, useChoices } from './sides.ts'
import { compareTexts } from './texts.ts'
import { useVersions } from './useVersions.ts'

/** Two or three roles, people, plans or versions of the catalog, side by side. */
export function CompareView() {
  const texts = useTexts(compareTexts)
  const names = useTexts(viewNames)
  const { scene, address, go } = useWorkbench()
  const { inForce } = scene
  if (!inForce) return null
  const by = address.by ?? 'roles'
  const kind = KINDS.find(known => known === by)
  return (
    <section className="table-view compare">
      <header className="table-header">
        <h1>{names.compare}</h1>
        <p>{texts.lead}</p>
      </header>
      <ToggleButtonGroup
        className="toggle-group"
        aria-label={texts.by}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[by]}
        onSelectionChange={keys =>
          go({ by: String([...keys][0]), sides: undefined, only: undefined }, { replace: true })
        }
      >
        {KINDS.map(id => (
          <ToggleButton key={id} id={id} className="toggle-button">
            {texts.kinds[id]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {kind === 'versions' && <Versions inForce={inForce} />}
      {kind !== undefined && kind !== 'versions' && (
        <Choices key={kind} inForce={inForce} kind={kind} />
      )}
    </section>
  )
}

interface ChoicesProps {
  readonly inForce: InForce
  readonly kind: Kind
}

function Choices({ inForce, kind }: ChoicesProps) {
  const texts = useTexts(compareTexts)
  const { address } = useWorkbench()
  const choices = useChoices(inForce, kind)
  const { catalog, scenario } = inForce
  const chosen = address.sides ?? firstSides(choices, scenario)
  const unknown = chosen.filter(id => !choices.some(choice => choice.id === id))
  const sides = chosen.flatMap((id): Side[] => {
    const choice = choices.find(one => one.id === id)
    return choice ? [{ ...choice, asked: { catalog, scenario: choice.scenario } }] : []
  })
  if (choices.length === 0) return <p className="empty">{texts.noPlans}</p>
  const isOther = address.sides !== undefined && (chosen.length < 2 || chosen.length > MOST_SIDES)
  return (
    <>
      <SidePicker options={choices} sides={chosen} />
      {unknown.map(id => (
        <Unknown key={id} id={id} />
      ))}
      {isOther && (
        <p role="alert" className="compare-problem" data-problem="sides">
          {texts.twoOrThree}
        </p>
      )}
      {unknown.length === 0 && !isOther && <Comparison sides={sides} />}
    </>
  )
}

function Versions({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(compareTexts)
  const { address, go } = useWorkbench()
  const { catalog, scenario } = inForce
  const chosen = address.sides ?? [catalog.sha256]
  const versions = useVersions(catalog, chosen)
  const open = async (text: string) => {
    try {
      const version = await keepCatalog(text)
      if (version.id === catalog.id) {
        const sides = [...new Set([...chosen, version.sha256])].slice(-MOST_SIDES)
        go({ by: 'versions', sides }, { replace: true })
      } else toast(texts.notThis(version.id))
    } catch (error) {
      if (!(error instanceof CatalogProblem)) throw error
      toast(texts.unreadable)
    }
  }
  const sides = chosen.flatMap((id): Side[] => {
    const version = versions.get(id)
    if (!version) return []
    const digest = id.slice(0, 8)
    const label = version === catalog ? texts.thisVersion(digest) : texts.version(digest)
    const asked: Asked = { catalog: version, scenario: { ...scenario, catalog: id } }
    return [{ id, label, asked }]
  })
  const absent = chosen.filter(id => versions.get(id) === null)
  return (
    <>
      {absent.map(id => (
        <Unknown key={id} id={id} />
      ))}
      {sides.length > 1 && <Comparison sides={sides} />}
      {chosen.length < MOST_SIDES && (
        <FileDrop label={texts.drop} help={texts.dropHelp} onFile={({ text }) => void open(text)} />
      )}
    </>
  )
}

const MOST_SIDES = 3

function Unknown({ id }: { readonly id: string }) {
  const texts = useTexts(compareTexts)
  return (
    <p role="alert" className="compare-problem" data-problem="sides">
      {texts.unknown(id)} {texts.fits}
    </p>
  )
}
