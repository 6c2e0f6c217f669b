import { Camera, ShieldPlus, UserPlus } from 'lucide-react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { toast } from '../../ui/toast.ts'
import { liveTexts } from './texts.ts'

const AGENTS = ['Beatriz', 'Caio', 'Davi'] as const

/** The users, their roles, and the log of changes. */
export function PeoplePage() {
  const common = useTexts(commonTexts)
  const texts = useTexts(liveTexts)
  return (
    <>
      <PageHeader title={texts.users} description={texts.usersLead}>
        <GatedButton
          permission="users.assign-administrator"
          label={texts.makeAdministrator}
          icon={ShieldPlus}
          onPress={() => toast(texts.madeAdministrator(AGENTS[0]))}
        />
        <GatedButton
          permission="users.manage"
          label={texts.addUser}
          icon={UserPlus}
          variant="solid"
          onPress={() => toast(texts.userAdded)}
        />
      </PageHeader>
      <div className="columns">
        <Gated permission="users.manage" title={texts.users}>
          <ul className="rows card">
            {AGENTS.map(name => (
              <li key={name}>
                <Avatar name={name} size={34} />
                <div className="row-text">
                  <strong>{name}</strong>
                  <span>{texts.agent}</span>
                </div>
                <GatedButton
                  permission="agent-photos.edit"
                  label={texts.changePhoto}
                  name={texts.changePhotoOf(name)}
                  icon={Camera}
                  small
                  onPress={() => toast(texts.photoChanged)}
                />
              </li>
            ))}
          </ul>
        </Gated>
        <Gated permission="change-log.view" title={texts.changeLog}>
          <Card title={texts.changeLog} description={common.today}>
            <ul className="bullet-list">
              {texts.log.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Card>
        </Gated>
        <Gated permission="roles.manage" title={texts.roles.title}>
          <Card {...texts.roles} />
        </Gated>
        <Gated permission="groups.manage" title={texts.groups.title}>
          <Card {...texts.groups} />
        </Gated>
        <Gated permission="clients.view" title={texts.clients.title}>
          <Card {...texts.clients} />
        </Gated>
      </div>
    </>
  )
}
