import { createElement, Fragment } from 'react'
import { createRoot } from 'react-dom/client'
import { gate, refresh } from '../gate.js'
import { ExportButton, ReplyList } from './rights.jsx'

const conversations = [
  { name: 'Ada', agentId: 'u42', teamId: 'g9' },
  { name: 'Ben', agentId: null, teamId: 'g7' },
  { name: 'Cleo', agentId: 'u7', teamId: 'g9' },
]

Object.assign(globalThis, { refresh, withdraw: gate.clear })
const list = createElement(ReplyList, { conversations })
const root = createRoot(document.querySelector('#app'))
root.render(createElement(Fragment, null, createElement(ExportButton), list))
