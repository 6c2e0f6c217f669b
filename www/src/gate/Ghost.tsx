interface Props {
  /** The permission for which something is hidden here. */
  readonly permission: string
  /** The name of the record that is hidden, where it is one of a list. */
  readonly record?: string
  /** The section of the product that is hidden, where it is one. */
  readonly section?: string
}

/**
 * Marks where something is hidden, without a trace on the screen: Inspect draws it in its place, and so
 * moves nothing.
 */
export function Ghost({ permission, record, section }: Props) {
  return (
    <span
      className="ghost"
      aria-hidden
      data-ghost={permission}
      data-ghost-record={record}
      data-ghost-section={section}
    />
  )
}
