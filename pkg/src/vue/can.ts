import { type DefineSetupFnComponent, defineComponent, type SlotsType } from 'vue'
import type { Decision, Question } from '../index.ts'
import { useDecision } from './composables.ts'

/** What {@link Can} takes. */
export interface CanProps {
  /** What is asked. */
  readonly question: Question
  /** The record that it is asked about. */
  readonly record?: unknown
}

/** The slots of {@link Can}; each is given the decision. */
export type CanSlots = SlotsType<{
  /** What is shown where it is allowed. */
  default?: Decision
  /** What stands in its place where it is denied. */
  fallback?: Decision
  /** What stands in its place while nothing is decided. */
  loading?: Decision
}>

/**
 * Shows its content where something is allowed.
 *
 * ```vue
 * <Can question="reports.export">
 *   <Reports />
 *   <template #fallback><Upgrade /></template>
 * </Can>
 * ```
 */
export const Can: DefineSetupFnComponent<
  CanProps,
  Record<never, never>,
  CanSlots
> = defineComponent<CanProps, Record<never, never>, string, CanSlots>(
  (props, { slots }) => {
    const decision = useDecision(
      () => props.question,
      () => props.record,
    )
    return () => {
      const { allowed, outcome } = decision.value
      const name = allowed ? 'default' : outcome === 'loading' ? 'loading' : 'fallback'
      return slots[name]?.(decision.value)
    }
  },
  { name: 'RolegateCan', props: ['question', 'record'] },
)
