import { useCallback, useEffect, useState } from 'react'
import { GateProvider, useCan, useGateState } from 'rolegate/react'
import { api } from './api.js'
import { Changes } from './Changes.jsx'
import { reason, startClient } from './client.js'
import { Documents } from './Documents.jsx'
import { SignIn } from './SignIn.jsx'
import { Team } from './Team.jsx'

/** Whoever is signed in, with a client of their own; or the form to sign in. */
export function App() {
  const [me, setMe] = useState()
  const look = useCallback(async () => setMe(await api('GET', 'me').catch(() => null)), [])
  useEffect(() => {
    look()
  }, [look])
  if (me === undefined) return null
  return me ? (
    <Studio key={me.id} me={me} onSignOut={() => setMe(null)} />
  ) : (
    <SignIn onDone={look} />
  )
}

function Studio({ me, onSignOut }) {
  const [workspace, setWorkspace] = useState(me.workspaces[0].id)
  const [client, setClient] = useState()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the client follows to other workspaces
  useEffect(() => {
    const client = startClient(me.id, workspace)
    setClient(client)
    return client.close
  }, [me.id])
  useEffect(() => client?.subscribe(({ activity }) => activity === 'signed-out' && onSignOut()))
  if (!client) return null

  const change = event => {
    setWorkspace(event.target.value)
    client.switchTo({ subject: me.id, workspace: event.target.value })
  }
  const signOut = async () => {
    await api('DELETE', 'session')
    client.signOut()
  }
  return (
    <GateProvider gate={client.gate} reason={reason}>
      <header>
        <h1>Studio</h1>
        <label>
          Workspace{' '}
          <select value={workspace} onChange={change}>
            {me.workspaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span>{me.name}</span>
        <button type="button" onClick={signOut}>
          Sign out
        </button>
      </header>
      <Changes client={client} />
      <Workspace key={workspace} workspace={workspace} client={client} me={me} />
    </GateProvider>
  )
}

function Workspace({ workspace, client, me }) {
  const state = useGateState()
  const seesTeam = useCan('team.roles')
  if (state === 'empty') return <p>Loading …</p>
  return (
    <>
      <Documents workspace={workspace} client={client} />
      {seesTeam && <Team workspace={workspace} client={client} me={me} />}
    </>
  )
}
