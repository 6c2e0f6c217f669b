import { useSyncExternalStore } from 'react'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { rolesOf } from '../scenario/roles.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { Toggle } from '../ui/Toggle.tsx'
import type { Account } from './accounts.ts'
import type { OpenedApp } from './openApp.ts'
import { appTexts } from './texts.ts'

interface Props {
  readonly app: OpenedApp
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What the server keeps, to change as its administrator would. */
export function PeopleDrawer({ app, isOpen, onClose }: Props) {
  const { server } = app
  const texts = useTexts(appTexts)
  const people = useSyncExternalStore(server.subscribe, server.people)
  const signedIn = useSyncExternalStore(server.subscribe, server.signedIn)
  const isDown = useSyncExternalStore(server.subscribe, server.isDown)
  const others = people.filter(account => account !== signedIn)
  return (
    <Drawer title={texts.people} isOpen={isOpen} onClose={onClose}>
      <div className="people">
        <p className="app-hint">{texts.standIn}</p>
        <p>{texts.follow}</p>
        {signedIn && <Person app={app} account={signedIn} isSelf />}
        {others.map(account => (
          <Person key={account.subject} app={app} account={account} isSelf={false} />
        ))}
        <div>
          <Toggle isOn={!isDown} onChange={isOn => server.setDown(!isOn)}>
            {texts.answers}
          </Toggle>
          <p className="app-hint">{texts.answersHelp}</p>
        </div>
        <Button onPress={() => server.reset()}>{texts.reset}</Button>
      </div>
    </Drawer>
  )
}

interface PersonProps {
  readonly app: OpenedApp
  readonly account: Account
  readonly isSelf: boolean
}

function Person({ app, account, isSelf }: PersonProps) {
  const { catalog, server, product } = app
  const { subject, entitlements, memberships, customRoles } = account
  const { workspaces = {}, choices } = product.definition
  const texts = useTexts(appTexts)
  const label = useLabels()
  const name = label(account.label)
  const roles = rolesOf(catalog, customRoles)
  const nameOf = (id: string) => label(roles.find(role => role.id === id)?.label)
  return (
    <section className="people-person" data-account={subject} aria-label={name}>
      <header>
        <Avatar name={name} size={30} />
        <strong>{name}</strong>
        {isSelf && <Badge tone="accent">{texts.you}</Badge>}
      </header>
      {memberships.map(({ workspace, roles: held }) => (
        <SelectField
          key={workspace}
          label={texts.role(name, workspaces[workspace] ? label(workspaces[workspace]) : '')}
          options={roles.map(({ id }) => ({ id, label: nameOf(id) }))}
          value={held.length === 1 ? (held[0] ?? '') : ''}
          placeholder={held.map(nameOf).join(' + ')}
          onChange={role => server.assign(subject, workspace, [role])}
        />
      ))}
      {choices.map(({ label: what, of }) => (
        <SelectField
          key={what['en']}
          label={texts.bought(label(what), name)}
          options={of.map(id => ({ id, label: label(catalog.entitlement(id)?.label) }))}
          value={of.find(id => entitlements.includes(id)) ?? ''}
          onChange={id =>
            server.entitle(subject, [...entitlements.filter(held => !of.includes(held)), id])
          }
        />
      ))}
    </section>
  )
}
