import { samplesIn } from '../../../shared/samples.ts'

export const { useSamples, createSamples } = samplesIn({
  // Conversations
  'Visitor 4821': 'Bezoeker 4821',
  'Visitor 4822': 'Bezoeker 4822',
  'Visitor 4823': 'Bezoeker 4823',
  'Visitor 4824': 'Bezoeker 4824',
  Visitor: 'Bezoeker',
  'Calendar Agent': 'Agenda-agent',
  'Hi! We want to replace eleven vans in Bergen with cargo bikes.':
    'Hallo! Wij willen in Bergen elf bestelbusjes door bakfietsen vervangen.',
  'What a good plan. How heavy is a usual load?':
    'Wat een goed plan. Hoe zwaar is een gewone lading?',
  'About 120 kg, and the hills are steep. Does the Long Tail manage that?':
    'Zo’n 120 kg, en de hellingen zijn steil. Kan de Long Tail dat aan?',
  'Wants to replace 11 vans in Bergen with cargo bikes.':
    'Wil in Bergen 11 bestelbusjes door bakfietsen vervangen.',
  'Loads of about 120 kg on steep hills.': 'Ladingen van zo’n 120 kg op steile hellingen.',
  'Open question: does the Long Tail carry that uphill?':
    'Open vraag: krijgt de Long Tail dat de berg op?',
  'Yes: the Long Tail is rated for 180 kg, and its mid-drive motor holds 15 % slopes at full load.':
    'Ja: de Long Tail mag 180 kg dragen, en de middenmotor redt hellingen van 15% met volle lading.',
  'For steep streets most fleets choose the dual battery. Shall I add it to the offer?':
    'Voor steile straten kiezen de meeste bedrijven de dubbele accu. Zal ik die in de offerte opnemen?',
  'Is the commuter available with a belt drive?': 'Is de forensfiets er ook met riemaandrijving?',
  'It is, from the second trim on.': 'Ja, vanaf de tweede uitvoering.',
  'And in size S?': 'En in maat S?',
  'Asks for a commuter with a belt drive in size S.':
    'Vraagt naar een forensfiets met riemaandrijving in maat S.',
  'Size S comes with the belt drive in trims two and three, about two weeks away.':
    'In maat S is er riemaandrijving bij uitvoering twee en drie, over ongeveer twee weken.',
  'Our service contract ends in May. What happens to the spare batteries?':
    'Ons onderhoudscontract loopt in mei af. Wat gebeurt er met de reserveaccu’s?',
  'They stay yours. I am looking up the serial numbers.':
    'Die blijven van jullie. Ik zoek de serienummers op.',
  'Service contract ends in May; asks who owns the spare batteries.':
    'Onderhoudscontract loopt in mei af; vraagt van wie de reserveaccu’s zijn.',
  'Spare batteries are sold with the contract and remain the customer’s property.':
    'Reserveaccu’s zijn bij het contract verkocht en blijven eigendom van de klant.',
  'Do you rent forty bikes for one semester?': 'Verhuren jullie veertig fietsen voor één semester?',
  'We do. From which week on?': 'Zeker. Vanaf welke week?',
  'Wants to rent 40 bikes for one semester.': 'Wil 40 fietsen voor één semester huren.',
  'Semester rentals include two service visits; the start can be any Monday.':
    'Bij huur per semester horen twee onderhoudsbeurten; beginnen kan op elke maandag.',
  // Library
  'How far does one charge go?': 'Hoe ver kom ik op één acculading?',
  'Between 60 and 110 km, depending on load and hills.':
    'Tussen 60 en 110 km, afhankelijk van lading en hellingen.',
  'Can I lease for less than a year?': 'Kan ik voor minder dan een jaar leasen?',
  'Yes, from three months, with one service visit included.':
    'Ja, vanaf drie maanden, met één onderhoudsbeurt inbegrepen.',
  'Which frame size do I need?': 'Welke framemaat heb ik nodig?',
  'Measure your inner leg and multiply it by 0.66.':
    'Meet je binnenbeenlengte en vermenigvuldig die met 0,66.',
  'Do you ship to islands?': 'Leveren jullie ook op eilanden?',
  'To every island with a ferry, at the price of the mainland.':
    'Op elk eiland met een veerboot, voor dezelfde prijs als op het vasteland.',
  'Does the child seat fit the Long Tail 2?': 'Past het kinderzitje op de Long Tail 2?',
  'an hour ago': 'een uur geleden',
  'Is the dual battery allowed on trains?': 'Mag de dubbele accu mee in de trein?',
  'Can the motor be tuned for 45 km/h?': 'Kan de motor tot 45 km/u worden opgevoerd?',
  'Owner’s manual, Long Tail': 'Handleiding Long Tail',
  'PDF, 84 pages, read yesterday': 'Pdf, 84 pagina’s, gisteren gelezen',
  '126 pages, read every night': '126 pagina’s, elke nacht gelezen',
  'Leasing terms': 'Leasevoorwaarden',
  'PDF, 6 pages, read last week': 'Pdf, 6 pagina’s, vorige week gelezen',
  // Meetings
  Mon: 'ma',
  Thu: 'do',
  Fri: 'vr',
  'Cargo bikes for Bergen': 'Bakfietsen voor Bergen',
  'Semester rental': 'Huur per semester',
  'Service contract': 'Onderhoudscontract',
  'Fleet tracking': 'Fietsen volgen',
  // Dialogues and flows
  'Welcome back': 'Welkom terug',
  'Every page, returning visitors': 'Elke pagina, terugkerende bezoekers',
  'Find your frame size': 'Vind je framemaat',
  'Fleet pricing': 'Prijzen voor bedrijven',
  'Spring test rides': 'Proefritten in het voorjaar',
  'Workshop booking': 'Afspraak in de werkplaats',
  today: 'vandaag',
  yesterday: 'gisteren',
  '2 days ago': '2 dagen geleden',
  '5 days ago': '5 dagen geleden',
  'last week': 'vorige week',
  '3 weeks ago': '3 weken geleden',
  'last month': 'vorige maand',
  'Demo request to meeting': 'Van demo-aanvraag naar afspraak',
  'Form “Ask for a demo”': 'Formulier ‘Demo aanvragen’',
  'Leasing calculator': 'Leasecalculator',
  'Form “Leasing”': 'Formulier ‘Leasen’',
  'Dealer application': 'Aanmelding als dealer',
  'Form “Become a dealer”': 'Formulier ‘Dealer worden’',
  // Settings
  Europe: 'Europa',
  '14 people': '14 mensen',
  'North America': 'Noord-Amerika',
  '9 people': '9 mensen',
  'Fleet requests to one agent': 'Bedrijfsaanvragen naar één agent',
  'Company size over 50': 'Meer dan 50 werknemers',
  'Dutch pages to the Utrecht team': 'Nederlandse pagina’s naar team Utrecht',
  'Language is Dutch': 'Taal is Nederlands',
  'Owned by Live Agent 1': 'Van Live Agent 1',
  'Owned by Live Agent 2': 'Van Live Agent 2',
  Fleet: 'Bedrijven',
  '4 agents': '4 agenten',
  '3 agents': '3 agenten',
  'Live chat and calendar': 'Livechat en agenda',
  'Live chat': 'Livechat',
  Calendar: 'Agenda',
  English: 'Engels',
  default: 'standaard',
  Norwegian: 'Noors',
  translated: 'vertaald',
  // Reports
  '4,023': '4.023',
  '2,871': '2.871',
  '7.4 %': '7,4 %',
  '−2.1 %': '−2,1 %',
})
