import { samplesIn } from '../../shared/samples.ts'

export const { useSamples, createSamples } = samplesIn({
  'Account owner': 'Accounteigenaar',
  Admin: 'Beheerder',
  Member: 'Lid',
  Collaborator: 'Medewerker',
  'Contract reviewer': 'Contractbeoordelaar',
  Offers: 'Offertes',
  'Member’s drafts': 'Concepten van het lid',
  Board: 'Directie',
  Contracts: 'Contracten',
  'Manager’s notes': 'Notities van de manager',
  'Sample Studio designs the wayfinding for two floors, from first sketches to the finished signs.':
    'Sample Studio ontwerpt de bewegwijzering voor twee verdiepingen, van eerste schetsen tot de borden zelf.',
  'Work starts within two weeks of the signature and takes ten weeks. Half of the fee is due at the start, the other half when the signs are installed.':
    'Het werk begint binnen twee weken na ondertekening en duurt tien weken. De helft van het honorarium wordt bij de start betaald, de andere helft als de borden hangen.',
  'The parties keep confidential what they learn from each other, during the work and for two years afterwards.':
    'De partijen houden geheim wat ze van elkaar te weten komen, tijdens het werk en tot twee jaar daarna.',
  'Either party may end this agreement with thirty days’ written notice.':
    'Elke partij kan deze overeenkomst schriftelijk opzeggen, met een termijn van dertig dagen.',
  'Offer for Halden Cycles': 'Offerte voor Halden Cycles',
  'Offer for Campus Rides': 'Offerte voor Campus Rides',
  'Service contract, Stad in Beweging': 'Onderhoudscontract Stad in Beweging',
  'Price list': 'Prijslijst',
  'Offer for a museum': 'Offerte voor een museum',
  'Secrecy agreement, Fjordbud': 'Geheimhoudingsovereenkomst Fjordbud',
  'Master services agreement': 'Raamovereenkomst',
  'Reseller agreement': 'Wederverkoopovereenkomst',
  'Notes on data processing': 'Notities over gegevensverwerking',
  'Offer, two pages': 'Offerte van twee pagina’s',
  'Offer for museums': 'Offerte voor musea',
  'Service contract': 'Onderhoudscontract',
  'Secrecy agreement': 'Geheimhoudingsovereenkomst',
  'Ask for an offer': 'Offerte aanvragen',
  'How did we do?': 'Hoe hebben we het gedaan?',
  'Become a reseller': 'Wederverkoper worden',
})
