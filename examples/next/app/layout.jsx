import { issuer } from '../lib/issuer.js'
import { currentPerson } from '../lib/people.js'
import { signIn, signOut } from './actions.js'
import { Rights } from './Rights.jsx'
import './style.css'

export const metadata = { title: 'Notes' }

export default async function Layout({ children }) {
  const person = await currentPerson()
  return (
    <html lang="en">
      <body>
        {person ? (
          <>
            <form action={signOut}>
              Signed in as {person.name} <button type="submit">Sign out</button>
            </form>
            {/* Another person is another provider, with a gate of their own. */}
            <Rights
              key={person.claims.subject}
              keys={issuer.jwks()}
              token={await issuer.issue(person.claims)}
            >
              {children}
            </Rights>
          </>
        ) : (
          <form action={signIn}>
            <button type="submit" name="person" value="ada">
              Sign in as Ada, an editor
            </button>
            <button type="submit" name="person" value="ben">
              Sign in as Ben, a writer
            </button>
          </form>
        )}
      </body>
    </html>
  )
}
