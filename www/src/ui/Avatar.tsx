/** A person's initials, or the end of a visitor's number, on a colour of their own. */
export function Avatar({ name, size = 32 }: { readonly name: string; readonly size?: number }) {
  return (
    <span
      className="avatar"
      aria-hidden
      style={{ '--hue': hueOf(name), '--size': `${size}px` } as React.CSSProperties}
    >
      {signOf(name)}
    </span>
  )
}

function signOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const last = words.at(-1) ?? ''
  if (/^\d{2,}$/.test(last)) return last.slice(-2)
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (last[0] ?? '') : ''}`.toUpperCase()
}

/** Names that differ in one letter are far apart: each step turns by the golden angle. */
function hueOf(name: string): number {
  let steps = 0
  for (const letter of name) steps = (steps * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return Math.round(steps * 137.5) % 360
}
