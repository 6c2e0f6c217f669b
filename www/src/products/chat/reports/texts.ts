import { translations } from '../../../language/LanguageContext.ts'

export const reportTexts = translations({
  en: {
    title: 'Reports',
    lead: 'The last four weeks, compared with the four before.',
    exported: 'The reports were exported',
    performance: {
      title: 'Global performance',
      description: 'Engaged conversations per day; the thin line shows the previous four weeks',
    },
    engaged: 'Engaged',
    completed: 'Completed',
    leads: 'New leads',
    dropped: 'Dropped',
    performanceChart:
      'Engaged conversations per day rose from 112 to 211 in four weeks, above the previous four weeks.',
    chat: { title: 'Live chat', description: 'Requests by hour of the day' },
    firstAnswer: 'First answer',
    answered: 'Answered',
    chatChart: 'Most requests come at 11 and at 14 o’clock.',
    meetings: { title: 'Meetings', description: 'Bookings per week' },
    booked: 'Booked',
    tookPlace: 'Took place',
    meetingsChart: 'Bookings rose from 18 to 31 per week.',
    week: (week: number) => `W ${week}`,
  },
  nl: {
    title: 'Rapporten',
    lead: 'De laatste vier weken, vergeleken met de vier ervoor.',
    exported: 'De rapporten zijn geëxporteerd',
    performance: {
      title: 'Alle prestaties',
      description: 'Gevoerde gesprekken per dag; de dunne lijn toont de vier weken ervoor',
    },
    engaged: 'Gevoerd',
    completed: 'Afgerond',
    leads: 'Nieuwe leads',
    dropped: 'Afgebroken',
    performanceChart:
      'In vier weken groeiden de gevoerde gesprekken van 112 naar 211 per dag, meer dan in de vier weken ervoor.',
    chat: { title: 'Livechat', description: 'Verzoeken per uur van de dag' },
    firstAnswer: 'Eerste antwoord',
    answered: 'Beantwoord',
    chatChart: 'De meeste verzoeken komen om 11 en om 14 uur.',
    meetings: { title: 'Vergaderingen', description: 'Boekingen per week' },
    booked: 'Geboekt',
    tookPlace: 'Doorgegaan',
    meetingsChart: 'De boekingen groeiden van 18 naar 31 per week.',
    week: (week: number) => `wk ${week}`,
  },
})
