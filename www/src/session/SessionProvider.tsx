import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { GateOptions } from 'rolegate'
import { go } from '../selection/route.ts'
import type { Scene } from '../selection/SelectionContext.ts'
import { Session } from './Session.ts'
import { SessionContext } from './SessionContext.ts'

interface Props {
  readonly scene: Scene
  /** How the facts of the product's records are read. */
  readonly records: NonNullable<GateOptions['records']>
  readonly children: ReactNode
}

/**
 * Opens a session for the person and product of the address and ends it with them.
 * Give it a `key` of both, so that nothing below it survives a change of person.
 */
export function SessionProvider({ scene, records, children }: Props) {
  const { demo, product, person, route } = scene
  const [session, setSession] = useState<Session | null>(null)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another package is another snapshot, not another session; another turn is another session
  useEffect(() => {
    const opened = new Session({
      demo,
      request: { product: product.id, person: person.id, package: route.package },
      workspaces: person.memberships.map(({ workspace }) => workspace),
      records,
      start: route.start,
    })
    setSession(opened)
    return () => opened.dispose()
  }, [demo, product, person, records, route.start, turn])

  useEffect(() => session?.choose(route.package), [session, route.package])

  const restart = useCallback(() => {
    setTurn(last => last + 1)
    go(route, { start: 'fresh' })
  }, [route])
  const current = useMemo(() => ({ session, restart }), [session, restart])
  return <SessionContext value={current}>{children}</SessionContext>
}
