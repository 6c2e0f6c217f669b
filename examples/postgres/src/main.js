import { createClient, serverEvents } from 'rolegate/client'
import { bind } from 'rolegate/dom'
import catalogText from '../catalog.json?raw'

const find = selector => document.querySelector(selector)
const roles = JSON.parse(catalogText).roles

const me = await ask('GET', 'me')
if (me.ok) await show((await me.json()).id)
else {
  find('#sign-in').hidden = false
  find('#sign-in').addEventListener('submit', async event => {
    event.preventDefault()
    await ask('POST', 'session', Object.fromEntries(new FormData(event.target)))
    location.reload()
  })
}

async function show(subject) {
  find('main').hidden = false
  const { gate, ready, subscribe, invalidate } = createClient({
    url: '/api/role-snapshot',
    subject,
    events: serverEvents('/api/role-events'),
    keys: () => fetch('/api/jwks.json'),
    issuer: 'https://notes.example',
    audience: 'notes-web',
    catalog: catalogText,
  })
  bind(gate, document)
  const tell = () => {
    find('[role=status]').textContent = gate.can('notes.write') ? 'You may write' : 'You may read'
  }
  gate.subscribe(tell)
  subscribe(tell)
  await ready()
  await showNotes()
  if (gate.can('notes.people')) await showPeople()

  find('#write').addEventListener('submit', async event => {
    event.preventDefault()
    const answer = await ask('POST', 'notes', Object.fromEntries(new FormData(event.target)))
    if (answer.status === 403) await invalidate()
    await showNotes()
  })
}

async function showNotes() {
  const notes = await (await ask('GET', 'notes')).json()
  find('#notes').replaceChildren(
    ...notes.map(({ author, words }) => element('li', `${author}: ${words}`)),
  )
}

async function showPeople() {
  const people = await (await ask('GET', 'people')).json()
  find('#people').replaceChildren(
    ...people.map(({ id }) => {
      const person = element('p', '')
      for (const { id: role, label } of roles) {
        const button = element('button', `Make ${id} ${label.en}`)
        button.addEventListener('click', () => ask('PUT', `people/${id}/role`, { role }))
        person.append(button)
      }
      return person
    }),
  )
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text })
}

function ask(method, path, body) {
  return fetch(`/api/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
}
