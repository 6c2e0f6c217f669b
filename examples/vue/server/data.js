// In place of a database.

export const people = {
  ada: { name: 'Ada', roles: ['lead'], groups: [] },
  ben: { name: 'Ben', roles: ['agent'], groups: ['north'] },
}

export const startData = () => ({
  plan: [],
  tickets: [
    { id: 't1', title: 'Printer on fire', agent: 'ben', team: 'south' },
    { id: 't2', title: 'Lost password', agent: null, team: 'north' },
    { id: 't3', title: 'Wrong invoice', agent: 'ada', team: 'south' },
  ],
})

/** How the facts of a ticket are read, as in the page. */
export const records = {
  ticket: { assignee: ticket => ticket.agent, group: ticket => ticket.team },
}
