import { translations } from '../../language/LanguageContext.ts'

export const startTexts = translations({
  en: {
    title: 'See any product as anyone',
    lead: 'Choose a product, then a role, a plan and a place. Every picture comes from rights that are really signed and really checked, here in your browser. Nothing leaves it.',
    products: 'Products',
    counts: (permissions: number, roles: number) => `${permissions} permissions, ${roles} roles`,
    open: 'Look as',
    skip: 'Skip to your own catalog or app',
    yours: 'Your own product',
    drop: 'Drop your catalog here',
    dropHelp: 'A catalog of any company can be looked at. The file stays in this browser.',
    refused: (file: string) => `${file} is no catalog that the engine accepts`,
    app: 'Your own app',
    appHelp:
      'Frame an app that has rolegate/preview, and look at it as anyone. It answers with what is on its screen, never with anybody’s real rights.',
    appAddress: 'Address of the app',
    connect: 'Connect',
    sampleApps: 'No app at hand? Two samples with a sign-in come with this page.',
    samples: { 'chat.html': 'Chat app', 'documents.html': 'Document app' },
    openSample: 'Open',
    connecting: (origin: string) =>
      `Waiting for the app. It has to call answerWorkbench with the origin ${origin}.`,
    changed: (count: number) =>
      count === 1
        ? '1 change since you last opened it'
        : `${count} changes since you last opened it`,
    isNew: 'New:',
    isGone: 'Gone:',
    more: (count: number) => `and ${count} more`,
    saved: 'Saved scenarios',
    noneSaved: 'What you save while looking is listed here.',
    remove: (name: string) => `Remove ${name}`,
  },
  nl: {
    title: 'Bekijk elk product als wie dan ook',
    lead: 'Kies een product, dan een rol, een abonnement en een werkruimte. Alles wat je ziet, volgt uit rechten die hier in je browser echt ondertekend en echt gecontroleerd zijn. Niets verlaat je browser.',
    products: 'Producten',
    counts: (permissions: number, roles: number) => `${permissions} rechten, ${roles} rollen`,
    open: 'Bekijk als',
    skip: 'Naar je eigen catalogus of app',
    yours: 'Je eigen product',
    drop: 'Laat hier je catalogus vallen',
    dropHelp:
      'Een catalogus van elk bedrijf kan bekeken worden. Het bestand blijft in deze browser.',
    refused: (file: string) => `${file} is geen geldige catalogus`,
    app: 'Je eigen app',
    appHelp:
      'Open een app met rolegate/preview in een kader, en bekijk hem als wie dan ook. Hij antwoordt met wat op zijn scherm staat, nooit met iemands echte rechten.',
    appAddress: 'Adres van de app',
    connect: 'Verbinden',
    sampleApps: 'Geen app bij de hand? Bij deze pagina horen twee voorbeelden met aanmelding.',
    samples: { 'chat.html': 'Chatapp', 'documents.html': 'Documentapp' },
    openSample: 'Openen',
    connecting: (origin: string) =>
      `Wachten op de app. Die moet answerWorkbench aanroepen met de herkomst ${origin}.`,
    changed: (count: number) =>
      count === 1
        ? '1 wijziging sinds je hem laatst opende'
        : `${count} wijzigingen sinds je hem laatst opende`,
    isNew: 'Nieuw:',
    isGone: 'Weg:',
    more: (count: number) => `en nog ${count}`,
    saved: 'Bewaarde scenario’s',
    noneSaved: 'Wat je tijdens het bekijken bewaart, staat hier.',
    remove: (name: string) => `Verwijder ${name}`,
  },
})
