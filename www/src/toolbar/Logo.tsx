/** The name of the tool with its gate. */
export function Mark() {
  return (
    <p className="mark">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M4 21V11a8 8 0 0 1 16 0v10" className="mark-arch" />
        <path d="M12 21V11" className="mark-bar" />
      </svg>
      rolegate
    </p>
  )
}
