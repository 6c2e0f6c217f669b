import { samplesIn } from '../../shared/samples.ts'

export const { useSamples } = samplesIn({
  'Customer 5120': 'Klant 5120',
  'Customer 5124': 'Klant 5124',
  'Customer 5127': 'Klant 5127',
  'Customer 5129': 'Klant 5129',
  'Customer 5131': 'Klant 5131',
  'Customer 5132': 'Klant 5132',
  'Customer 5134': 'Klant 5134',
  Delivery: 'Levering',
  Payment: 'Betaling',
  'Hello, my order has not arrived.': 'Hallo, mijn bestelling is niet aangekomen.',
  'I will look it up. What is its number?': 'Ik zoek het op. Wat is het nummer?',
  'I was charged twice for one helmet.': 'Er is twee keer afgeschreven voor één helm.',
  'I see both payments. One of them goes back today.':
    'Ik zie beide betalingen. Een ervan gaat vandaag terug.',
  'Thank you! How long does that take?': 'Dank je! Hoelang duurt dat?',
  'Can the bike come on Saturday?': 'Kan de fiets zaterdag komen?',
  '/late – We are sorry for the delay': '/laat – Onze excuses voor de vertraging',
  '/thanks – Thank you for your patience': '/dank – Bedankt voor je geduld',
  '#delivery #order': '#levering #bestelling',
})
