import { FileClock, FlaskConical, PenLine, TimerReset } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { useSession, useView } from '../session/SessionContext.ts'

const TEN_MINUTES = 10 * 60 * 1000

/** Ways to try and get more than the snapshot gives. */
export function BreakMenu() {
  const { session } = useSession()
  const { stage } = useView()
  const trials = [
    {
      id: 'edit',
      icon: PenLine,
      label: 'Edit the snapshot',
      note: 'Writes every role into it and keeps the signature.',
      run: () => session?.tryEdited(),
    },
    {
      id: 'expired',
      icon: FileClock,
      label: 'Load an expired snapshot',
      note: 'Signed by the server, but run out ten minutes ago.',
      run: () => session?.tryExpired(),
    },
    {
      id: 'wait',
      icon: TimerReset,
      label: 'Let ten minutes pass',
      note: 'The snapshot in force runs out while the page is open.',
      run: () => session?.skip(TEN_MINUTES),
    },
  ]
  const isIdle = stage === 'loading' || stage === 'failed'
  return (
    <MenuTrigger>
      <Button className="bar-button" isDisabled={isIdle}>
        <FlaskConical aria-hidden size={17} />
        <span>Try to break it</span>
      </Button>
      <Popover className="popover menu-popover" placement="bottom end" offset={6}>
        <Menu className="menu">
          {trials.map(({ id, icon: Icon, label, note, run }) => (
            <MenuItem key={id} className="menu-item" textValue={label} onAction={() => void run()}>
              <Icon aria-hidden size={17} />
              <Text slot="label">{label}</Text>
              <Text slot="description">{note}</Text>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
