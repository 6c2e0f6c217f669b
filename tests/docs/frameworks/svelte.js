import { mount } from 'svelte'
import { gate, refresh } from '../gate.js'
import ExportButton from './ExportButton.svelte'
import ReplyList from './ReplyList.svelte'

const conversations = [
  { name: 'Ada', agentId: 'u42', teamId: 'g9' },
  { name: 'Ben', agentId: null, teamId: 'g7' },
  { name: 'Cleo', agentId: 'u7', teamId: 'g9' },
]

Object.assign(globalThis, { refresh, withdraw: gate.clear })
const target = document.querySelector('#app')
mount(ExportButton, { target })
mount(ReplyList, { target, props: { conversations } })
