import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { gate, refresh } from '../gate.js'
import { App } from './App.jsx'

const conversations = [
  { name: 'Ada', agentId: 'u42', teamId: 'g9' },
  { name: 'Ben', agentId: null, teamId: 'g7' },
  { name: 'Cleo', agentId: 'u7', teamId: 'g9' },
]

Object.assign(globalThis, { refresh, withdraw: gate.clear })
createRoot(document.querySelector('#app')).render(createElement(App, { conversations }))
