import { gatePlugin } from 'rolegate/vue'
import { createApp } from 'vue'
import App from './App.vue'
import { ask } from './api.js'
import { reason, startClient } from './client.js'
import SignIn from './SignIn.vue'
import './style.css'

const me = await ask('me')
if (me) {
  const { gate } = startClient(me.id)
  createApp(App, { me }).use(gatePlugin, { gate, reason }).mount('#app')
} else {
  createApp(SignIn, { heading: 'Help desk' }).mount('#app')
}
