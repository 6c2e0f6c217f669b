import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { Card } from '../../ui/Card.tsx'
import { toast } from '../../ui/toast.ts'

interface Props {
  /** A permission with levels: `read` shows the card, and `write` shows its Edit button. */
  readonly permission: string
  readonly title: string
  readonly details: Readonly<Record<string, string>>
  readonly children?: ReactNode
}

export function LevelCard({ permission, title, details, children }: Props) {
  return (
    <Gated permission={permission} title={title}>
      <Card
        title={title}
        actions={
          <>
            {children}
            <GatedButton
              permission={`${permission}:write`}
              label="Edit"
              name={`Edit ${title}`}
              icon={Pencil}
              small
              onPress={() => toast(`${title} was saved`)}
            />
          </>
        }
      >
        <dl className="details">
          {Object.entries(details).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </Gated>
  )
}
