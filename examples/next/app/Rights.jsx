'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { createGate } from 'rolegate'
import { GateProvider, useGateState } from 'rolegate/react'
import { en, labelsOf, reasonText } from 'rolegate/reasons'
import { catalog, names, records } from '../lib/rights.js'

const labels = labelsOf(JSON.parse(catalog), 'en')
const reason = decision => reasonText(decision, en, labels)

/** Gives everything below it the rights of the person whom the token is about. */
export function Rights({ keys, token, children }) {
  return (
    <GateProvider
      gate={() => createGate({ ...names, catalog, records, keys })}
      token={token}
      reason={reason}
    >
      <Fresh />
      {children}
    </GateProvider>
  )
}

/** Has the server render again, and so issue a new token, when this one is half way to its end. */
function Fresh() {
  const state = useGateState()
  const router = useRouter()
  useEffect(() => {
    if (state === 'stale' || state === 'expired') router.refresh()
  }, [state, router])
  return null
}
