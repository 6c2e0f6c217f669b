import { ArrowRight } from 'lucide-react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Name } from '../../language/Name.tsx'
import { draftOf } from '../../scenario/draft.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import type { Cell } from '../../table/cell.ts'
import { Sign } from '../../table/Sign.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { whatIfTexts } from './texts.ts'
import { countOf, type Flip, type Flips } from './useFlips.ts'

interface Props {
  readonly inForce: InForce
  /** What the draft changes; `null` while that is worked out. */
  readonly all: readonly Flips[] | null
}

/** Who may do what otherwise than before. */
export function FlipList({ inForce, all }: Props) {
  const texts = useTexts(whatIfTexts)
  const label = useLabels()
  const { href, hrefWith } = useWorkbench()
  const { catalog, scenario } = inForce
  const roles = rolesOf(catalog, scenario.customRoles)
  const isDraft = draftOf(catalog, scenario).length > 0
  const count = countOf(all)
  return (
    <section className="card flips" aria-labelledby="flips" data-flips={all ? count : undefined}>
      <header className="card-header">
        <h2 id="flips" tabIndex={-1}>
          {texts.flips}
        </h2>
        {isDraft && all && <span className="badge warm">{texts.flipCount(count)}</span>}
      </header>
      {!isDraft && <p className="empty">{texts.noDraft}</p>}
      {isDraft && !all && <Skeleton lines={3} />}
      {isDraft && all && count === 0 && <p className="empty">{texts.noFlips}</p>}
      {all?.map(({ role, flips }) => {
        const who =
          role === undefined ? texts.person : label(roles.find(({ id }) => id === role)?.label)
        const whose = role === undefined ? scenario.roles : [role]
        if (flips.length === 0) return null
        return (
          <section key={role ?? 'person'} className="flip-group">
            <h3>
              {texts.for(who)}
              <a href={hrefWith({ roles: whose }, 'look')}>{texts.look}</a>
            </h3>
            <ul>
              {flips.map(flip => (
                <FlipRow key={flip.permission.id} flip={flip} roles={whose} />
              ))}
            </ul>
          </section>
        )
      })}
      {count > 0 && (
        <a className="button soft" href={href({ only: ['draft'] }, 'matrix')}>
          {texts.matrix}
          <ArrowRight aria-hidden size={16} />
        </a>
      )}
    </section>
  )
}

interface RowProps {
  readonly flip: Flip
  readonly roles: readonly string[]
}

function FlipRow({ flip: { permission, before, after }, roles }: RowProps) {
  const texts = useTexts(whatIfTexts)
  const label = useLabels()
  const { address, go } = useWorkbench()
  return (
    <li data-flip={permission.id}>
      <span className="flip-name">
        <Name of={permission.label} />
        <code>{permission.id}</code>
      </span>
      <span className="flip-change">
        <Outcome cell={before} text={texts.was} />
        <ArrowRight aria-hidden size={14} />
        <Outcome cell={after} text={texts.is} />
      </span>
      <button
        type="button"
        className="why"
        aria-label={`${texts.why} ${label(permission.label)}`}
        onClick={() => go({ why: permission.id, scenario: { ...address.scenario, roles } })}
      >
        {texts.why}
      </button>
    </li>
  )
}

function Outcome({ cell, text }: { readonly cell: Cell; readonly text: string }) {
  return (
    <span className={`cell outcome-word ${cell.kind}`}>
      <span className="visually-hidden">{text}: </span>
      <Sign kind={cell.kind} />
      {cell.word}
    </span>
  )
}
