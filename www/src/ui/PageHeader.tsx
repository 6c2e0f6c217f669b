import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly note: string
  readonly children?: ReactNode
}

/** The heading of a section with what can be done in it. */
export function PageHead({ title, note, children }: Props) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        <p>{note}</p>
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  )
}
