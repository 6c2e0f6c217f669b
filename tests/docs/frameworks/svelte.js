import { mount } from 'svelte'
import { gate, refresh } from '../gate.js'
import App from './App.svelte'

const conversations = [
  { name: 'Ada', agentId: 'u42', teamId: 'g9' },
  { name: 'Ben', agentId: null, teamId: 'g7' },
  { name: 'Cleo', agentId: 'u7', teamId: 'g9' },
]

Object.assign(globalThis, { refresh, withdraw: gate.clear })
mount(App, { target: document.querySelector('#app'), props: { conversations } })
