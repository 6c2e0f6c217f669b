import { ArrowRight } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { rolesOf } from '../scenario/roles.ts'
import { Avatar } from '../ui/Avatar.tsx'
import type { OpenedApp } from './openApp.ts'
import { appTexts } from './texts.ts'

interface Props {
  readonly app: OpenedApp
}

/** The page of an app that nobody is signed in to. */
export function SignIn({ app }: Props) {
  const texts = useTexts(appTexts)
  const label = useLabels()
  const { catalog, product } = app
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <header>
          <h1>{texts.signIn(label(catalog.label))}</h1>
          <p className="sign-in-lead">{texts.asWhom(product.definition.customer)}</p>
        </header>
        <Persons app={app} />
      </div>
      <p className="app-hint">{texts.standIn}</p>
      <p className="app-hint">
        <a href="./">{texts.workbench}</a>
      </p>
    </main>
  )
}

/** The people who can sign in: one press is all it takes. */
export function Persons({ app, onChosen }: Props & { readonly onChosen?: () => void }) {
  const { catalog, server, client } = app
  const label = useLabels()
  const people = useSyncExternalStore(server.subscribe, server.people)
  const signIn = (subject: string) => {
    onChosen?.()
    location.hash = ''
    server.signIn(subject)
    void client.switchTo({ subject })
  }
  return (
    <ul className="persons">
      {people.map(({ subject, label: name, memberships, customRoles }) => {
        const roles = rolesOf(catalog, customRoles)
        const held = new Set(memberships.flatMap(membership => membership.roles))
        const names = roles.filter(({ id }) => held.has(id)).map(role => label(role.label))
        const what = names.join(' + ')
        return (
          <li key={subject}>
            <Button className="person" onPress={() => signIn(subject)}>
              <Avatar name={label(name)} size={36} />
              <span className="person-text">
                <strong>{label(name)}</strong>
                {what !== label(name) && <span>{what}</span>}
              </span>
              <ArrowRight aria-hidden size={16} />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
