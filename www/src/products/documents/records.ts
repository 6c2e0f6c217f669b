import type { Collaborator, GateOptions } from 'rolegate'

/** The members that all records of this product share. */
interface Owned {
  readonly id: string
  readonly name: string
  readonly workspace: string
  /** The person's id. */
  readonly owner: string
}

export interface Folder extends Owned {
  readonly sharedWith: readonly string[]
}

export interface Doc extends Owned {
  readonly folder: string
  readonly status: 'Draft' | 'Waiting for approval' | 'Approved' | 'Sent'
  readonly approver: string | null
  readonly sharedWith: readonly Collaborator[]
  readonly text: readonly string[]
}

export interface Template extends Owned {
  readonly used: number
}

export interface Form extends Owned {
  readonly isLive: boolean
  readonly responses: number
}

/** How the gate reads the facts of these records. The gate decides what the facts mean. */
export const records: NonNullable<GateOptions['records']> = {
  document: {
    owner: (doc: Doc) => doc.owner,
    assignee: (doc: Doc) => doc.approver,
    collaborators: (doc: Doc) => doc.sharedWith,
  },
  folder: {
    owner: (folder: Folder) => folder.owner,
    collaborators: (folder: Folder) => folder.sharedWith,
  },
  template: { owner: (template: Template) => template.owner },
  form: { owner: (form: Form) => form.owner },
}
