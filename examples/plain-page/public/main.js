import { createClient } from 'rolegate/client'
import { bind } from 'rolegate/dom'
import { en, labelsOf, reasonText } from 'rolegate/reasons'

const catalog = await fetch('catalog.json').then(response => response.text())
const labels = labelsOf(JSON.parse(catalog), 'en')
const reason = decision => reasonText(decision, en, labels)

const { gate } = createClient({
  url: '/role-snapshot',
  keys: () => fetch('/jwks.json'),
  issuer: 'https://library.example',
  audience: 'library-web',
  catalog,
  records: { book: { assignee: book => book.reader } },
})
bind(gate, document, { reason })

const status = document.querySelector('[role=status]')
document.addEventListener('click', ({ target }) => {
  const control = target.closest('[data-gate]')
  if (control)
    status.textContent = `${control.textContent.trim()}: ${control.dataset.book ?? 'done'}`
})
document.addEventListener('rolegate-denied', ({ detail }) => {
  status.textContent = reason(detail.decision)
})
