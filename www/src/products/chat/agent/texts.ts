import { translations } from '../../../language/LanguageContext.ts'

export const agentTexts = translations({
  en: {
    title: 'Agent settings',
    lead: 'When you can be reached, and when you can be booked.',
    calendar: { title: 'Calendar', description: 'Visitors book directly in your own calendar.' },
    connected: 'Connected as agent@haldencycles.example',
    notConnected: 'No calendar is connected.',
    connect: 'Connect your calendar',
    disconnect: 'Disconnect',
    isConnected: 'The calendar was connected',
    isDisconnected: 'The calendar was disconnected',
    bookable: {
      title: 'Calendar availability',
      description: 'Meetings can be booked in these hours.',
    },
    bookableHours: 'Bookable hours',
    chat: {
      title: 'Live chat availability',
      description: 'Visitors are passed to you while this is on.',
    },
    chatHours: 'Live chat hours',
    available: 'Available now',
    away: 'Away',
    days: { Mon: 'Mon', Tue: 'Tue', Wed: 'Wed', Thu: 'Thu', Fri: 'Fri' },
    closed: 'closed',
  },
  nl: {
    title: 'Instellingen van de agent',
    lead: 'Wanneer je bereikbaar bent, en wanneer je geboekt kunt worden.',
    calendar: { title: 'Agenda', description: 'Bezoekers boeken direct in je eigen agenda.' },
    connected: 'Verbonden als agent@haldencycles.example',
    notConnected: 'Er is geen agenda verbonden.',
    connect: 'Je agenda verbinden',
    disconnect: 'Verbreken',
    isConnected: 'De agenda is verbonden',
    isDisconnected: 'De agenda is niet meer verbonden',
    bookable: {
      title: 'Beschikbaarheid in de agenda',
      description: 'In deze uren kunnen vergaderingen geboekt worden.',
    },
    bookableHours: 'Uren om te boeken',
    chat: {
      title: 'Beschikbaarheid voor livechat',
      description: 'Zolang dit aan staat, komen bezoekers bij jou.',
    },
    chatHours: 'Uren voor livechat',
    available: 'Nu beschikbaar',
    away: 'Afwezig',
    days: { Mon: 'ma', Tue: 'di', Wed: 'wo', Thu: 'do', Fri: 'vr' },
    closed: 'gesloten',
  },
})
