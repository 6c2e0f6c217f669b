import type { ReactNode } from 'react'

interface Props {
  readonly title?: ReactNode
  readonly description?: string
  readonly actions?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

export function Card({ title, description, actions, className = '', children }: Props) {
  return (
    <section className={`card ${className}`}>
      {(title || actions) && (
        <header className="card-header">
          <div>
            {title && <h2>{title}</h2>}
            {description && <p>{description}</p>}
          </div>
          {actions && <div className="actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}
