import type { ReactNode } from 'react'

interface Props {
  readonly title?: string
  readonly note?: string
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

export function Card({ title, note, actions, className = '', children }: Props) {
  return (
    <section className={`card ${className}`}>
      {(title || actions) && (
        <header className="card-head">
          <div>
            {title && <h2>{title}</h2>}
            {note && <p>{note}</p>}
          </div>
          {actions && <div className="actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
