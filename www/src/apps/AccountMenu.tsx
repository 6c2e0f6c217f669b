import { Check, ChevronsUpDown, LogOut, Moon, Sun, UserRoundCog, UsersRound } from 'lucide-react'
import { useState } from 'react'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components'
import { useLabels, useTexts } from '../language/LanguageContext.ts'
import { rolesOf } from '../scenario/roles.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { ModalDialog } from '../ui/ModalDialog.tsx'
import type { useTheme } from '../ui/useTheme.ts'
import type { Account } from './accounts.ts'
import type { OpenedApp } from './openApp.ts'
import { hrefOfPlace } from './place.ts'
import { Persons } from './SignIn.tsx'
import { appTexts } from './texts.ts'

interface Props {
  readonly app: OpenedApp
  readonly account: Account
  readonly scenario: Scenario
  readonly theme: ReturnType<typeof useTheme>
  readonly onPeople: () => void
}

/** Who is signed in, and what they can do about that. */
export function AccountMenu({ app, account, scenario, theme, onPeople }: Props) {
  const { catalog, client, server, product } = app
  const texts = useTexts(appTexts)
  const label = useLabels()
  const [isChoosing, setChoosing] = useState(false)
  const [colours, toggleColours] = theme
  const roles = rolesOf(catalog, scenario.customRoles)
  const held = scenario.roles.map(id => label(roles.find(role => role.id === id)?.label))
  const [name, what] = [label(account.label), held.join(' + ')]
  const { workspaces = {} } = product.definition
  const actions: Readonly<Record<string, () => void>> = {
    people: onPeople,
    other: () => setChoosing(true),
    colours: toggleColours,
    out: () => {
      server.signOut()
      client.signOut()
    },
  }
  const act = (key: string) => {
    const action = actions[key]
    if (action) action()
    else location.hash = hrefOfPlace({ workspace: key, section: '', item: '' })
  }
  return (
    <>
      <MenuTrigger>
        <Button className="account-button">
          <span className="visually-hidden">{texts.account}:</span>
          <Avatar name={name} size={32} />
          <span className="person-text">
            <strong>{name}</strong>
            {what !== name && <span>{what}</span>}
          </span>
          <ChevronsUpDown aria-hidden size={15} />
        </Button>
        <Popover className="popover menu-popover" placement="bottom start" offset={6}>
          <Menu className="menu" onAction={key => act(String(key))}>
            {account.memberships.length > 1 && (
              <MenuSection selectionMode="single" selectedKeys={[scenario.workspace]}>
                <Header className="menu-heading">{texts.workspace}</Header>
                {account.memberships.map(({ workspace }) => (
                  <Item key={workspace} id={workspace} icon={Check} isChoice>
                    {label(workspaces[workspace])}
                  </Item>
                ))}
              </MenuSection>
            )}
            {account.memberships.length > 1 && <Separator className="menu-line" />}
            <Item id="people" icon={UserRoundCog}>
              {texts.people}
            </Item>
            <Item id="other" icon={UsersRound}>
              {texts.other}
            </Item>
            <Item id="colours" icon={colours === 'dark' ? Sun : Moon}>
              {colours === 'dark' ? texts.light : texts.dark}
            </Item>
            <Separator className="menu-line" />
            <Item id="out" icon={LogOut}>
              {texts.signOut}
            </Item>
          </Menu>
        </Popover>
      </MenuTrigger>
      <ModalDialog title={texts.other} isOpen={isChoosing} onClose={() => setChoosing(false)}>
        <Persons app={app} onChosen={() => setChoosing(false)} />
      </ModalDialog>
    </>
  )
}

interface ItemProps {
  readonly id: string
  readonly icon: typeof Check
  readonly isChoice?: boolean
  readonly children: string
}

function Item({ id, icon: Icon, isChoice, children }: ItemProps) {
  return (
    <MenuItem id={id} className="menu-item" textValue={children}>
      <Icon aria-hidden size={16} {...(isChoice ? { className: 'select-check' } : {})} />
      <Text slot="label">{children}</Text>
    </MenuItem>
  )
}
