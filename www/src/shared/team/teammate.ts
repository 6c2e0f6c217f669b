/** A person in the team of a workspace. */
export interface Teammate {
  /** The id that records and snapshots use for the person. */
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}
