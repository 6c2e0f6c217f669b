interface Props {
  readonly shape?: 'block' | 'button'
  readonly lines?: number
}

/** A placeholder for content that is not decided or not loaded yet. */
export function Skeleton({ shape = 'block', lines = 1 }: Props) {
  if (shape === 'button') return <span className="skeleton skeleton-button" aria-hidden />
  return (
    <div className="skeleton-block" aria-hidden>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span className="skeleton" key={line} />
      ))}
    </div>
  )
}
