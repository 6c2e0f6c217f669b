import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Demo } from '../demo/api.ts'
import { go, type Route } from '../route.ts'
import { Session } from './Session.ts'
import { SessionContext } from './SessionContext.ts'

interface Props {
  readonly demo: Demo
  readonly route: Route
  readonly children: ReactNode
}

/**
 * Opens a session for the person and product of the address and ends it with them.
 * Give it a `key` of both, so that nothing below it survives a change of person.
 */
export function SessionProvider({ demo, route, children }: Props) {
  const { product, person, start } = route
  const [session, setSession] = useState<Session | null>(null)
  const [turn, setTurn] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another package is another snapshot, not another session; another turn is another session
  useEffect(() => {
    const opened = new Session(demo, { product, person, package: route.package }, start)
    setSession(opened)
    return () => opened.dispose()
  }, [demo, product, person, start, turn])

  useEffect(() => session?.choose(route.package), [session, route.package])

  const restart = useCallback(() => {
    setTurn(last => last + 1)
    go(route, { start: 'fresh' })
  }, [route])
  const current = useMemo(() => ({ session, restart }), [session, restart])
  return <SessionContext value={current}>{children}</SessionContext>
}
