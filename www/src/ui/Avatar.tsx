/** The initials of a name, or the last digits of a visitor's number, on a colour of its own. */
export function Avatar({ name, size = 32 }: { readonly name: string; readonly size?: number }) {
  return (
    <span
      className="avatar"
      aria-hidden
      style={{ '--hue': hueOf(name), '--size': `${size}px` } as React.CSSProperties}
    >
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  // What stands in brackets is an explanation.
  const words = name
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .split(/\s+/)
    .filter(Boolean)
  const last = words.at(-1) ?? ''
  if (/^\d{2,}$/.test(last)) return last.slice(-2)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (last[0] ?? '') : ''}`.toUpperCase()
}

/** Similar names get distant hues, because each step turns by the golden angle. */
function hueOf(name: string): number {
  let steps = 0
  for (const letter of name) steps = (steps * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return Math.round(steps * 137.5) % 360
}
