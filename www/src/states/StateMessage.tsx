import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  readonly icon: LucideIcon
  readonly tone: 'bad' | 'quiet'
  readonly title: string
  readonly children: ReactNode
}

/** A message in place of the page, which says why there is nothing to show. */
export function StateMessage({ icon: Icon, tone, title, children }: Props) {
  return (
    <section className={`state ${tone}`} role={tone === 'bad' ? 'alert' : undefined}>
      <span className="state-icon">
        <Icon aria-hidden size={30} strokeWidth={1.6} />
      </span>
      <h1>{title}</h1>
      {children}
    </section>
  )
}
