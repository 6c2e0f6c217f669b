import { samplesIn } from '../../shared/samples.ts'

export const { useSamples, createSamples } = samplesIn({
  Admins: 'Beheerders',
  'Team leads': 'Teamleiders',
  Sales: 'Verkoop',
  Support: 'Ondersteuning',
  'Automated agents': 'Geautomatiseerde agenten',
  'Phone and chat': 'Telefoon en chat',
  'Phone in English': 'Telefoon in het Engels',
  'Second line': 'Tweede lijn',
  Orders: 'Bestellingen',
  Returns: 'Retouren',
  Service: 'Onderhoud',
  'Sales today': 'Verkoop vandaag',
  'Waiting times': 'Wachttijden',
  '“Where is the frame that I ordered last week?”':
    '‘Waar is het frame dat ik vorige week besteld heb?’',
})
