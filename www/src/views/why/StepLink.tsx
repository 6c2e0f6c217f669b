import type { Explanation } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import { relationTexts } from '../../language/relations.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { ChainLink } from './ChainLink.tsx'
import { whyTexts } from './texts.ts'
import type { Words } from './useWords.ts'

export type Step = Explanation['trace'][number]

interface Props {
  readonly step: Step
  readonly inForce: InForce
  readonly words: Words
  /** Whether it is asked about a certain record. */
  readonly isAsked: boolean
  /** Whether it holds for some records. */
  readonly isSome: boolean
}

/** One step of the trace, in words. */
export function StepLink({ step, inForce, words, isAsked, isSome }: Props) {
  const texts = useTexts(whyTexts)
  const relationText = useTexts(relationTexts)
  switch (step.step) {
    case 'role':
      return <RoleLink step={step} inForce={inForce} words={words} isAsked={isAsked} />
    case 'layer':
      return (
        <ChainLink
          kind="layer"
          holds={step.value !== 'off'}
          what={[texts.layer[step.from] ?? step.from, step.id].filter(Boolean).join(' ')}
          id={step.from}
        >
          {texts.sets(words.value(step.value))}{' '}
          <em>{step.wins ? texts.counts : texts.passedOver}</em>
        </ChainLink>
      )
    case 'part':
      return (
        <ChainLink kind="part" holds={step.value !== 'off'} what={texts.rule} id={step.permission}>
          <WhyLink words={words} permission={step.permission} />{' '}
          {isSome ? '' : texts.is(words.value(step.value))}
        </ChainLink>
      )
    case 'relation': {
      const relation = relationText[step.relation] ?? step.relation
      return (
        <ChainLink kind="relation" holds={step.holds} what={texts.record} id={step.relation}>
          {isAsked
            ? step.holds
              ? texts.recordIs(relation)
              : texts.recordIsNot(relation)
            : texts.recordMay(relation)}
        </ChainLink>
      )
    }
    case 'value':
      return (
        <ChainLink kind="value" holds={isSome || step.value !== 'off'} what={texts.together}>
          {isSome ? texts.someRecords : texts.comesTo(words.value(step.value))}
        </ChainLink>
      )
    case 'prerequisite':
      return (
        <ChainLink kind="prerequisite" holds={step.holds} what={texts.needs} id={step.permission}>
          <WhyLink words={words} permission={step.permission} />
          {step.atLeast !== 'on' && ` ${texts.atLeast(words.value(step.atLeast))}`}:{' '}
          {step.holds ? texts.held : texts.notHeld}
        </ChainLink>
      )
    case 'filter':
      return (
        <ChainLink kind="filter" holds={step.passes} what={texts.filter}>
          {step.passes ? texts.passes : texts.stops}
        </ChainLink>
      )
    case 'entitlement': {
      const any = words.entitlements(step.anyOf, 'disjunction')
      return (
        <ChainLink kind="entitlement" holds={step.holds} what={texts.plan} id={step.anyOf.join()}>
          {step.holds ? texts.has(any) : texts.lacks(any)}
        </ChainLink>
      )
    }
  }
}

interface RoleProps extends Omit<Props, 'isSome'> {
  readonly step: Extract<Step, { readonly step: 'role' }>
}

/** What a role gives: of a value for some records only, for which ones. */
function RoleLink({ step, inForce, words, isAsked }: RoleProps) {
  const texts = useTexts(whyTexts)
  const { address } = useWorkbench()
  const { catalog, scenario } = inForce
  const permission = catalog.permission(address.why ?? '')?.id ?? ''
  const stored = rolesOf(catalog, scenario.customRoles).find(({ id }) => id === step.role)
  const value = stored?.values[permission]
  const whole = typeof value === 'object' ? value.value : step.value
  const isOpen = typeof value === 'object' && 'unknown' in value && value.unknown === true
  const isEdited = scenario.customRoles.some(
    ({ id, values }) => id === step.role && Object.hasOwn(values, permission),
  )
  return (
    <ChainLink
      kind="role"
      holds={whole !== 'off' && (!isAsked || step.value !== 'off')}
      what={`${texts.role} ${words.role(step.role)}`}
      id={step.role}
    >
      {step.if && whole !== 'off'
        ? texts.givesIf(words.value(whole), words.relations(step.if, 'disjunction'))
        : texts.gives(words.value(step.value))}
      {step.if && isAsked && <em> · {texts.here(words.value(step.value))}</em>}
      {isOpen && <em> · {texts.open}</em>}
      {isEdited && <em> · {texts.changed}</em>}
    </ChainLink>
  )
}

interface WhyLinkProps {
  readonly words: Words
  readonly permission: string
}

/** Leads to the explanation of another permission, on the same record. */
function WhyLink({ words, permission }: WhyLinkProps) {
  const { href } = useWorkbench()
  return <a href={href({ why: permission })}>{words.permission(permission)}</a>
}
