import { Pencil } from 'lucide-react'
import type { ReactNode } from 'react'
import { Gated } from '../../gate/Gated.tsx'
import { GatedButton } from '../../gate/GatedButton.tsx'
import { useTexts } from '../../language/LanguageContext.ts'
import { commonTexts } from '../../shared/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { toast } from '../../ui/toast.ts'

interface Props {
  /** A permission with levels: `read` shows the card, and `write` shows its Edit button. */
  readonly permission: string
  readonly texts: {
    readonly title: string
    readonly details: readonly (readonly string[])[]
  }
  readonly children?: ReactNode
}

export function LevelCard({ permission, texts, children }: Props) {
  const common = useTexts(commonTexts)
  const { title, details } = texts
  return (
    <Gated permission={permission} title={title}>
      <Card
        title={title}
        actions={
          <>
            {children}
            <GatedButton
              permission={`${permission}:write`}
              label={common.edit}
              name={common.editOf(title)}
              icon={Pencil}
              small
              onPress={() => toast(common.saved(title))}
            />
          </>
        }
      >
        <dl className="details">
          {details.map(([name, value]) => (
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
