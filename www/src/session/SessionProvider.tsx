import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { GateOptions } from 'rolegate'
import { navigate } from '../selection/route.ts'
import type { Selection } from '../selection/selection.ts'
import { Session } from './Session.ts'
import { SessionContext } from './SessionContext.ts'

interface Props {
  readonly selection: Selection
  /** How the facts of the product's records are read. */
  readonly records: NonNullable<GateOptions['records']>
  readonly children: ReactNode
}

/**
 * Starts a session for the selected person and product, and ends it with them.
 * Its `key` must name both, so that nothing below it survives a change of person.
 */
export function SessionProvider({ selection, records, children }: Props) {
  const { demo, product, person, route } = selection
  const [session, setSession] = useState<Session | null>(null)
  const [restarts, setRestarts] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another package only changes the snapshot; a restart makes a new session
  useEffect(() => {
    const started = new Session({
      demo,
      request: { product: product.id, person: person.id, package: route.package },
      workspaces: person.memberships.map(({ workspace }) => workspace),
      records,
      start: route.start,
    })
    setSession(started)
    return () => started.dispose()
  }, [demo, product, person, records, route.start, restarts])

  useEffect(() => session?.selectPackage(route.package), [session, route.package])

  const restart = useCallback(() => {
    setRestarts(count => count + 1)
    navigate(route, { start: 'fresh' })
  }, [route])
  const current = useMemo(() => ({ session, restart }), [session, restart])
  return <SessionContext value={current}>{children}</SessionContext>
}
