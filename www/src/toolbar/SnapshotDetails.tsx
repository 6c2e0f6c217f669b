import { ChevronDown } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useSessionState } from '../session/SessionContext.ts'
import type { SessionStatus } from '../session/state.ts'
import { formatTime } from '../ui/formatTime.ts'

const STATUS_TEXTS: Readonly<Record<SessionStatus, string>> = {
  loading: 'Loading',
  ready: 'In force',
  stale: 'Renewing',
  expired: 'Expired',
  refused: 'Refused',
  failed: 'No engine',
}

/** The status of the session, and the claims of the snapshot in force. */
export function SnapshotDetails() {
  const { status, claims, catalog } = useSessionState()
  const list = (ids: readonly string[], label: (id: string) => string) =>
    ids.map(label).join(', ') || 'none'
  return (
    <DialogTrigger>
      <Button
        className="toolbar-button"
        data-status={status}
        aria-label={`Snapshot: ${STATUS_TEXTS[status]}`}
      >
        <span className="status-dot" aria-hidden />
        <span>{STATUS_TEXTS[status]}</span>
        <ChevronDown aria-hidden size={15} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Dialog className="popover-dialog">
          <Heading slot="title">The snapshot in force</Heading>
          {claims && catalog ? (
            <dl className="details">
              <dt>Person</dt>
              <dd>
                <code>{claims.sub}</code>
              </dd>
              <dt>Roles</dt>
              <dd>
                {list(
                  claims.memberships.flatMap(({ roles }) => roles),
                  id => catalog.roleLabel(id),
                )}
              </dd>
              <dt>Entitlements</dt>
              <dd>{list(claims.entitlements ?? [], id => catalog.entitlementLabel(id))}</dd>
              <dt>Signed at</dt>
              <dd>{formatTime(claims.iat)}</dd>
              <dt>Expires at</dt>
              <dd>{formatTime(claims.exp)}</dd>
              <dt>Sequence number</dt>
              <dd>
                <code>{claims.seq}</code>
              </dd>
            </dl>
          ) : (
            <p>There is none. Nothing is allowed until a snapshot has been verified.</p>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
