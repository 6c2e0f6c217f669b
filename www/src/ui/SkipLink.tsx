import type { ReactNode } from 'react'

interface Props {
  /** The id of the element that gets the focus. */
  readonly to: string
  readonly children: ReactNode
}

/** A link over much that the keyboard would go through, seen while it has the focus. */
export function SkipLink({ to, children }: Props) {
  return (
    <a
      className="skip"
      href={`#${to}`}
      onClick={event => {
        event.preventDefault()
        document.getElementById(to)?.focus()
      }}
    >
      {children}
    </a>
  )
}
