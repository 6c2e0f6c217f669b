'use client'

import { createGate } from 'rolegate'
import { GateProvider } from 'rolegate/react'
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
      {children}
    </GateProvider>
  )
}
