import { gate, refresh } from '../gate.js'
import { start } from './app.js'

const conversations = [
  { name: 'Ada', agentId: 'u42', teamId: 'g9' },
  { name: 'Ben', agentId: null, teamId: 'g7' },
  { name: 'Cleo', agentId: 'u7', teamId: 'g9' },
]

Object.assign(globalThis, { refresh, withdraw: gate.clear })
start({ conversations }).mount('#app')
