import type { Level } from '../../index.ts'

/** The panel's texts in one language; `{…}` stands for what is said. */
export interface Texts {
  /** As a tag of BCP 47. */
  readonly language: string
  readonly open: string
  readonly change: string
  readonly leave: string
  readonly close: string
  readonly moveLeft: string
  readonly moveRight: string
  readonly title: string
  readonly loading: string
  readonly unavailable: string
  readonly banner: string
  readonly bannerOfNobody: string
  readonly shown: string
  readonly left: string
  readonly refused: string
  readonly nobody: string
  readonly withPlan: string
  readonly withoutPlan: string
  readonly changes: (count: number) => string
  readonly roles: string
  readonly plan: string
  readonly comesWith: string
  readonly workspace: string
  readonly groups: string
  readonly group: string
  readonly layers: string
  readonly layer: string
  readonly layerNames: Readonly<Record<string, string>>
  readonly filters: string
  readonly filter: string
  readonly filterNames: Readonly<Record<string, string>>
  readonly ids: string
  readonly roleEdits: string
  readonly newRoles: string
  readonly name: string
  readonly role: string
  readonly permission: string
  readonly value: string
  readonly add: string
  readonly remove: string
  readonly if: string
  readonly levels: Readonly<Record<Level, string>>
}

const en: Texts = {
  language: 'en',
  open: 'Preview',
  change: 'Change',
  leave: 'Leave preview',
  close: 'Close',
  moveLeft: 'Move to the left',
  moveRight: 'Move to the right',
  title: 'See this app as',
  loading: 'Reading the catalog…',
  unavailable: 'No preview is possible: {reason}',
  banner: 'You see this as {who}. The server still knows you as {you}.',
  bannerOfNobody: 'You see this as {who}. The server still knows you as yourself.',
  shown: 'You see this as {who}.',
  left: 'You see this as yourself again.',
  refused: 'Not shown yet, because this does not fit the catalog:',
  nobody: 'somebody without a role',
  withPlan: '{who}, with {plan}',
  withoutPlan: '{who}, without a plan',
  changes: count => (count === 1 ? '1 change' : `${count} changes`),
  roles: 'Roles',
  plan: 'Plan and add-ons',
  comesWith: 'comes with {plan}',
  workspace: 'Workspace',
  groups: 'Groups',
  group: 'Group',
  layers: 'Values above the roles',
  layer: 'Set for',
  layerNames: { company: 'company', group: 'group', user: 'user' },
  filters: 'Filters',
  filter: 'Only these',
  filterNames: { groups: 'groups', queues: 'queues', owners: 'owners' },
  ids: 'Ids, with commas between them',
  roleEdits: 'Role edits',
  newRoles: 'New roles',
  name: 'Name',
  role: 'Role',
  permission: 'Permission',
  value: 'Value',
  add: 'Add',
  remove: 'Remove {what}',
  if: '{value} if {relations}',
  levels: { off: 'off', read: 'read', write: 'write', on: 'on' },
}

const nl: Texts = {
  language: 'nl',
  open: 'Voorvertoning',
  change: 'Wijzigen',
  leave: 'Voorvertoning verlaten',
  close: 'Sluiten',
  moveLeft: 'Naar links verplaatsen',
  moveRight: 'Naar rechts verplaatsen',
  title: 'Bekijk deze app als',
  loading: 'De catalogus wordt gelezen…',
  unavailable: 'Er is geen voorvertoning mogelijk: {reason}',
  banner: 'Je ziet dit als {who}. Voor de server ben je nog steeds {you}.',
  bannerOfNobody: 'Je ziet dit als {who}. Voor de server ben je nog steeds jezelf.',
  shown: 'Je ziet dit als {who}.',
  left: 'Je ziet dit weer als jezelf.',
  refused: 'Nog niet getoond, want dit past niet bij de catalogus:',
  nobody: 'iemand zonder rol',
  withPlan: '{who}, met {plan}',
  withoutPlan: '{who}, zonder abonnement',
  changes: count => (count === 1 ? '1 wijziging' : `${count} wijzigingen`),
  roles: 'Rollen',
  plan: 'Abonnement en add-ons',
  comesWith: 'hoort bij {plan}',
  workspace: 'Werkruimte',
  groups: 'Groepen',
  group: 'Groep',
  layers: 'Waarden boven de rollen',
  layer: 'Ingesteld voor',
  layerNames: { company: 'bedrijf', group: 'groep', user: 'gebruiker' },
  filters: 'Filters',
  filter: 'Alleen deze',
  filterNames: { groups: 'groepen', queues: 'wachtrijen', owners: 'eigenaren' },
  ids: 'Id’s, met komma’s ertussen',
  roleEdits: 'Wijzigingen van rollen',
  newRoles: 'Nieuwe rollen',
  name: 'Naam',
  role: 'Rol',
  permission: 'Recht',
  value: 'Waarde',
  add: 'Toevoegen',
  remove: '{what} verwijderen',
  if: '{value} bij {relations}',
  levels: { off: 'uit', read: 'lezen', write: 'schrijven', on: 'aan' },
}

/** The texts of the first language that there are texts in; English otherwise. */
export function textsIn(...languages: readonly (string | null | undefined)[]): Texts {
  const [first] = languages.flatMap(language => {
    const known = language?.toLowerCase().split('-')[0]
    return known === 'nl' ? [nl] : known === 'en' ? [en] : []
  })
  return first ?? en
}

/** A text with what it says. */
export function said(text: string, names: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
}
