import { serve } from '@hono/node-server'
import { makeApp } from './app.js'

const { PORT = '4320' } = process.env

serve({ fetch: makeApp().fetch, port: Number(PORT), hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`Open http://127.0.0.1:${port}/ and look at it as Ada or as Ben`)
})
