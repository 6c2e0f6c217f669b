import { ChevronDown } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useView } from '../session/SessionContext.ts'
import type { Stage } from '../session/state.ts'
import { clock } from '../ui/formatTime.ts'

const WORDS: Readonly<Record<Stage, string>> = {
  loading: 'Loading',
  ready: 'In force',
  stale: 'Renewing',
  expired: 'Expired',
  refused: 'Refused',
  failed: 'No engine',
}

/** The state of the snapshot in force, and what it says. */
export function SnapshotFacts() {
  const { stage, claims, names } = useView()
  const list = (ids: readonly string[], name: (id: string) => string) =>
    ids.map(name).join(', ') || 'none'
  return (
    <DialogTrigger>
      <Button className="bar-button" data-stage={stage} aria-label={`Snapshot: ${WORDS[stage]}`}>
        <span className="stage-dot" aria-hidden />
        <span>{WORDS[stage]}</span>
        <ChevronDown aria-hidden size={15} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="popover-dialog">
          <Heading slot="title">The snapshot in force</Heading>
          {claims && names ? (
            <dl className="facts">
              <dt>Person</dt>
              <dd>
                <code>{claims.sub}</code>
              </dd>
              <dt>Roles</dt>
              <dd>
                {list(
                  claims.memberships.flatMap(member => member.roles),
                  id => names.role(id),
                )}
              </dd>
              <dt>Entitlements</dt>
              <dd>{list(claims.entitlements ?? [], id => names.entitlement(id))}</dd>
              <dt>Signed at</dt>
              <dd>{clock(claims.iat)}</dd>
              <dt>Runs out at</dt>
              <dd>{clock(claims.exp)}</dd>
              <dt>Sequence</dt>
              <dd>
                <code>{claims.seq}</code>
              </dd>
            </dl>
          ) : (
            <p>There is none: nothing is allowed until one is verified.</p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
