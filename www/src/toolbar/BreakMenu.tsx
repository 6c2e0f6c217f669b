import { FileClock, FlaskConical, PenLine, TimerReset } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { useSession, useSessionState } from '../session/SessionContext.ts'

const TEN_MINUTES = 10 * 60 * 1000

/** Ways to try to get more rights than the snapshot gives. */
export function BreakMenu() {
  const { session } = useSession()
  const { status } = useSessionState()
  const attempts = [
    {
      id: 'edit',
      icon: PenLine,
      label: 'Edit the snapshot',
      description: 'Adds every role and keeps the signature.',
      run: () => session?.loadEdited(),
    },
    {
      id: 'expired',
      icon: FileClock,
      label: 'Load an expired snapshot',
      description: 'Signed by the server, but expired ten minutes ago.',
      run: () => session?.loadExpired(),
    },
    {
      id: 'wait',
      icon: TimerReset,
      label: 'Let ten minutes pass',
      description: 'The snapshot in force expires while the page is open.',
      run: () => session?.advanceClock(TEN_MINUTES),
    },
  ]
  const isUnavailable = status === 'loading' || status === 'failed'
  return (
    <MenuTrigger>
      <Button className="toolbar-button" isDisabled={isUnavailable}>
        <FlaskConical aria-hidden size={17} />
        <span>Try to break it</span>
      </Button>
      <Popover className="popover menu-popover" placement="bottom end" offset={6}>
        <Menu className="menu">
          {attempts.map(({ id, icon: Icon, label, description, run }) => (
            <MenuItem key={id} className="menu-item" textValue={label} onAction={() => void run()}>
              <Icon aria-hidden size={17} />
              <Text slot="label">{label}</Text>
              <Text slot="description">{description}</Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
