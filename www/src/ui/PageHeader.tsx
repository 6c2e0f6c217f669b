import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly description: string
  readonly children?: ReactNode
}

/** The heading of a section, with the actions available in it. */
export function PageHeader({ title, description, children }: Props) {
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        <p>{description}</p>
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  )
}
