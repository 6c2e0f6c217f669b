/** The name of the project beside its icon. */
export function Logo() {
  return (
    <p className="logo">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M4 21V11a8 8 0 0 1 16 0v10" className="logo-arch" />
        <path d="M12 21V11" className="logo-bar" />
      </svg>
      rolegate
    </p>
  )
}
