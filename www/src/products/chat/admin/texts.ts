import { translations } from '../../../language/LanguageContext.ts'

export const adminTexts = translations({
  en: {
    title: 'Admin settings',
    lead: 'Settings that apply to everybody.',
    groups: {
      organisation: 'Organisation',
      routing: 'Routing',
      agents: 'Agents',
      conversations: 'Conversations',
      data: 'Data',
    },
    isNew: 'New',
    flows: {
      title: 'Conversational flows',
      description: 'Settings for every flow.',
      settings: { start: 'Start after any form', meeting: 'Offer a meeting at the end' },
    },
    privacy: {
      title: 'Privacy and security',
      description: 'What is stored about visitors, and for how long.',
      settings: {
        cookies: 'Ask before setting cookies',
        delete: 'Delete visitor data after 90 days',
      },
    },
    chatbot: {
      title: 'Chatbot',
      description: 'How the chat window looks and behaves.',
      settings: { open: 'Open automatically on a second visit', sound: 'Play a sound' },
    },
    integrations: {
      title: 'Integrations',
      description: 'Where conversations and leads are forwarded.',
      settings: {
        customers: 'Customer database',
        analytics: 'Web analytics',
        messenger: 'Team messenger',
      },
    },
    generativeAi: {
      title: 'Generative AI',
      description: 'What may be generated, and who is informed.',
      pitch: 'Choose what may be generated from your own texts, and how visitors are informed.',
      settings: {
        draft: 'Draft responses every night',
        tell: 'Show visitors that a response is generated',
      },
    },
    workspaces: {
      title: 'Workspaces',
      description: 'Parts of the company with their own dialogues.',
      pitch: 'Give every region its own dialogues, agents and statistics.',
      add: 'Add a workspace',
      rename: 'Rename a workspace',
    },
    rules: {
      title: 'Custom rules',
      description: 'Rules that assign visitors before any other routing.',
      add: 'Add a rule',
      rename: 'Rename a rule',
    },
    teams: {
      title: 'Agent teams',
      description: 'Agents who share their visitors.',
      pitch: 'Let a team share its visitors instead of assigning each one to a single agent.',
      add: 'Add a team',
      rename: 'Rename a team',
    },
    accounts: {
      title: 'Account list',
      description: 'Visitors from these companies go to the owner of the account.',
      pitch: 'Send every visitor from a known company straight to the owner of the account.',
      add: 'Add an account',
      rename: 'Rename an account',
    },
    agents: {
      title: 'Agents',
      description: 'The people who can be reached by chat or booked for a meeting.',
      add: 'Add an agent',
    },
    languages: {
      title: 'Languages',
      description: 'The languages of the chat window.',
      pitch: 'Address visitors in their own language.',
      add: 'Add a language',
    },
    limits: {
      title: 'Usage limits',
      description: 'Reset on the first of each month.',
      names: {
        conversations: 'Engaged conversations this month',
        chat: 'Live chat seats',
        calendar: 'Calendar seats',
      },
      used: (used: number, limit: number) => `${used} of ${limit}`,
    },
    roundRobin: {
      title: 'Round-robin',
      description: 'Every other visitor goes to the next agent in the rotation.',
    },
    next: 'next',
  },
  nl: {
    title: 'Beheerdersinstellingen',
    lead: 'Instellingen die voor iedereen gelden.',
    groups: {
      organisation: 'Organisatie',
      routing: 'Toewijzing',
      agents: 'Agenten',
      conversations: 'Gesprekken',
      data: 'Gegevens',
    },
    isNew: 'Nieuw',
    flows: {
      title: 'Gespreksstromen',
      description: 'Instellingen voor elke stroom.',
      settings: {
        start: 'Beginnen na elk formulier',
        meeting: 'Aan het eind een vergadering aanbieden',
      },
    },
    privacy: {
      title: 'Privacy en beveiliging',
      description: 'Wat over bezoekers bewaard wordt, en hoe lang.',
      settings: {
        cookies: 'Vragen voor er cookies geplaatst worden',
        delete: 'Gegevens van bezoekers na 90 dagen verwijderen',
      },
    },
    chatbot: {
      title: 'Chatbot',
      description: 'Hoe het chatvenster eruitziet en zich gedraagt.',
      settings: { open: 'Bij een tweede bezoek vanzelf openen', sound: 'Een geluid afspelen' },
    },
    integrations: {
      title: 'Koppelingen',
      description: 'Waar gesprekken en leads heen gaan.',
      settings: {
        customers: 'Klantendatabase',
        analytics: 'Webstatistieken',
        messenger: 'Berichtendienst van het team',
      },
    },
    generativeAi: {
      title: 'Generatieve AI',
      description: 'Wat gegenereerd mag worden, en wie dat hoort.',
      pitch: 'Kies wat uit je eigen teksten gegenereerd mag worden, en hoe bezoekers het horen.',
      settings: {
        draft: 'Elke nacht antwoorden voorbereiden',
        tell: 'Bezoekers tonen dat een antwoord gegenereerd is',
      },
    },
    workspaces: {
      title: 'Werkruimten',
      description: 'Delen van het bedrijf met eigen dialogen.',
      pitch: 'Geef elke regio eigen dialogen, agenten en statistieken.',
      add: 'Werkruimte toevoegen',
      rename: 'Werkruimte hernoemen',
    },
    rules: {
      title: 'Eigen regels',
      description: 'Regels die bezoekers toewijzen, voor al het andere.',
      add: 'Regel toevoegen',
      rename: 'Regel hernoemen',
    },
    teams: {
      title: 'Agentteams',
      description: 'Agenten die hun bezoekers delen.',
      pitch: 'Laat een team zijn bezoekers delen in plaats van elk aan één agent toe te wijzen.',
      add: 'Team toevoegen',
      rename: 'Team hernoemen',
    },
    accounts: {
      title: 'Accountlijst',
      description: 'Bezoekers van deze bedrijven gaan naar de eigenaar van het account.',
      pitch: 'Stuur elke bezoeker van een bekend bedrijf meteen naar de eigenaar van het account.',
      add: 'Account toevoegen',
      rename: 'Account hernoemen',
    },
    agents: {
      title: 'Agenten',
      description: 'De mensen die per chat bereikt of voor een vergadering geboekt kunnen worden.',
      add: 'Agent toevoegen',
    },
    languages: {
      title: 'Talen',
      description: 'De talen van het chatvenster.',
      pitch: 'Spreek bezoekers aan in hun eigen taal.',
      add: 'Taal toevoegen',
    },
    limits: {
      title: 'Gebruikslimieten',
      description: 'Begint elke maand op de eerste opnieuw.',
      names: {
        conversations: 'Gevoerde gesprekken deze maand',
        chat: 'Plaatsen voor livechat',
        calendar: 'Plaatsen voor agenda’s',
      },
      used: (used: number, limit: number) => `${used} van ${limit}`,
    },
    roundRobin: {
      title: 'Om de beurt',
      description: 'Elke volgende bezoeker gaat naar de volgende agent in de rij.',
    },
    next: 'volgende',
  },
})
