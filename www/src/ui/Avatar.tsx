/** A person's initials on a colour of their own. */
export function Avatar({ name, size = 32 }: { readonly name: string; readonly size?: number }) {
  const words = name.split(/\s+/).filter(Boolean)
  const initials = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`
  return (
    <span
      className="avatar"
      aria-hidden
      style={{ '--hue': hueOf(name), '--size': `${size}px` } as React.CSSProperties}
    >
      {initials.toUpperCase()}
    </span>
  )
}

function hueOf(name: string): number {
  let hue = 0
  for (const letter of name) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360
  return hue
}
