import type { ReactNode } from 'react'

interface Props {
  readonly tone?: 'good' | 'warm' | 'quiet' | 'accent' | 'bad'
  readonly children: ReactNode
}

export function Badge({ tone = 'quiet', children }: Props) {
  return <span className={`badge ${tone}`}>{children}</span>
}
