import { samplesIn } from '../../shared/samples.ts'

export const { useSamples } = samplesIn({
  'Customer 5120': 'Klant 5120',
  'Customer 5124': 'Klant 5124',
  'Hello, my order has not arrived.': 'Hallo, mijn bestelling is niet aangekomen.',
  'I will look it up. What is its number?': 'Ik zoek het op. Wat is het nummer?',
  '/late – We are sorry for the delay': '/laat – Onze excuses voor de vertraging',
  '/thanks – Thank you for your patience': '/dank – Bedankt voor je geduld',
  '#delivery #order': '#levering #bestelling',
})
