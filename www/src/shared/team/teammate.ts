/** Somebody in the team of a workspace, by the id that records know them by. */
export interface Teammate {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}
