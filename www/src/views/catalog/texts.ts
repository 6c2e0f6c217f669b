import { translations } from '../../language/LanguageContext.ts'

export const catalogTexts = translations({
  en: {
    lead: (permissions: number, roles: number) => `${permissions} permissions, ${roles} roles.`,
    digest: 'Digest',
    languages: 'Languages',
    missing: (language: string, count: number) =>
      count === 0 ? `${language}: complete` : `${language}: ${count} names missing`,
    problems: 'Problems',
    check: 'Check a file',
    drop: 'Drop a catalog that you are working on',
    dropHelp: 'It is checked in this browser, and neither kept nor sent.',
    unchecked: 'The catalog could not be checked.',
    open: 'Open cells',
    openHelp:
      'The sources do not say what these roles may do. They count as off until somebody does.',
    noOpen: 'None. The sources say everything.',
    inMatrix: 'See them in the matrix',
    assignment: 'Roles nobody may assign',
    assignmentHelp: 'Nobody who holds one role may give these to anybody, whatever was bought.',
    silent: 'The catalog does not say who may assign roles, so nobody may.',
    allAssigned: 'None. Somebody may assign each role.',
    permissions: (count: number) => (count === 1 ? '1 permission' : `${count} permissions`),
  },
  nl: {
    lead: (permissions: number, roles: number) => `${permissions} rechten, ${roles} rollen.`,
    digest: 'Vingerafdruk',
    languages: 'Talen',
    missing: (language: string, count: number) =>
      count === 0 ? `${language}: compleet` : `${language}: ${count} namen ontbreken`,
    problems: 'Problemen',
    check: 'Een bestand controleren',
    drop: 'Laat een catalogus vallen waaraan je werkt',
    dropHelp: 'Hij wordt in deze browser gecontroleerd, en niet bewaard of verstuurd.',
    unchecked: 'De catalogus kon niet worden gecontroleerd.',
    open: 'Open cellen',
    openHelp:
      'De bronnen zeggen niet wat deze rollen mogen. Ze gelden als uit totdat iemand het zegt.',
    noOpen: 'Geen. De bronnen zeggen alles.',
    inMatrix: 'Bekijk ze in de matrix',
    assignment: 'Rollen die niemand mag toekennen',
    assignmentHelp: 'Niemand met één rol mag deze aan iemand geven, wat er ook gekocht is.',
    silent: 'De catalogus zegt niet wie rollen mag toekennen, dus niemand mag het.',
    allAssigned: 'Geen. Elke rol mag door iemand worden toegekend.',
    permissions: (count: number) => (count === 1 ? '1 recht' : `${count} rechten`),
  },
})
