import type { ComponentProps, MouseEvent } from 'react'
import { type Place, usePane } from './PaneContext.ts'

interface Props extends Omit<ComponentProps<'a'>, 'href' | 'onClick'> {
  readonly to: Place
  readonly onFollow?: (() => void) | undefined
}

/** A link to a place in the product. It leads there as the person who was asked for last. */
export function PlaceLink({ to, onFollow, ...props }: Props) {
  const { href, go } = usePane()
  const follow = (event: MouseEvent) => {
    onFollow?.()
    // Another tab or window is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(to)
  }
  return <a {...props} href={href(to)} onClick={follow} />
}
