import { answers } from './answers.js'

const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
worker.onmessage = async ({ data }) => {
  document.title = JSON.stringify({ page: await answers(), worker: data })
}
