import { createApp, h } from 'vue'
import { gate, refresh } from '../gate.js'
import ExportButton from './ExportButton.vue'
import ReplyList from './ReplyList.vue'

const conversations = [
  { name: 'Ada', agentId: 'u42', teamId: 'g9' },
  { name: 'Ben', agentId: null, teamId: 'g7' },
  { name: 'Cleo', agentId: 'u7', teamId: 'g9' },
]

Object.assign(globalThis, { refresh, withdraw: gate.clear })
createApp(() => [h(ExportButton), h(ReplyList, { conversations })]).mount('#app')
