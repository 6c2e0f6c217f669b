import { useEffect, useState } from 'react'
import { labelOf } from './client.js'

/** Says what the person may do since a moment ago, and what no longer. */
export function Changes({ client }) {
  const [changes, setChanges] = useState([])
  useEffect(() => {
    const { gate } = client
    let { state } = gate
    return gate.subscribe(({ state: now, flipped }) => {
      const isNews = [state, now].every(state => state === 'ready' || state === 'stale')
      state = now
      if (!isNews || flipped.length === 0) return
      setChanges(
        flipped.map(permission => {
          // Of what depends on the document: whether there may be one.
          const may = gate.maybe(permission) ? 'You may now' : 'You may no longer'
          return `${may}: ${labelOf(permission)}`
        }),
      )
    })
  }, [client])
  return (
    <div role="status">
      {changes.map(text => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
