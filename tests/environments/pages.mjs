import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeFiles } from '../docs/pages.mjs'
import { answersAt } from '../packaging/browser.mjs'
import { classicHtml, html, main } from './html.mjs'

/** A worker that answers when it is started, and a page that starts it. */
const posts = `
import { ask } from './ask.js'
ask().then(answers => postMessage(answers))
`

const listens = `
const worker = new Worker(new URL('./posts.js', import.meta.url), { type: 'module' })
worker.onmessage = ({ data }) => { document.title = JSON.stringify(data) }
`

const blobHtml = `<!doctype html>
<title></title>
<script type="module">
  const script = await (await fetch('/posts.js')).blob()
  const worker = new Worker(URL.createObjectURL(script))
  worker.onmessage = ({ data }) => { document.title = JSON.stringify(data) }
</script>
`

/** A service worker that answers when it is asked, and a page that asks it. */
const service = `
import { ask } from './ask.js'
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('message', event => {
  event.waitUntil(ask().then(answers => event.source.postMessage(answers)))
})
`

const serviceHtml = type => `<!doctype html>
<title></title>
<script type="module">
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    document.title = JSON.stringify(data)
  })
  await navigator.serviceWorker.register('/service.js', { type: '${type}' })
  const { active } = await navigator.serviceWorker.ready
  active.postMessage('ask')
</script>
`

/** What the page of a build says that is opened as a file. */
const opened = (project, built, ...flags) =>
  answersAt(pathToFileURL(join(project.folder, built, 'index.html')).href, ...flags)

export const pages = {
  html: {
    tool: 'A page without a bundler',
    files: { 'main.js': main },
    checks: {
      'import map': project => {
        writeFiles(project.folder, 'docs/tools.md')
        return project.shows('.')
      },
    },
  },

  workers: {
    tool: 'Web workers and service workers',
    packages: ['vite@8', 'webpack@5', 'webpack-cli@7', 'esbuild'],
    files: {
      'index.html': html('/main.js'),
      'main.js': listens,
      'posts.js': posts,
      'service.js': service,
      'service.config.js': `
        export default { build: { outDir: 'service', rolldownOptions: {
          input: 'service.js',
          output: { entryFileNames: 'service.js' },
        } } }
      `,
      'webpacked/index.html': classicHtml('/main.js'),
      'blob/index.html': blobHtml,
      'classic/index.html': serviceHtml('classic'),
    },
    checks: {
      'Vite, development': ({ serves }) => serves('vite --port PORT --strictPort'),
      'Vite, production': ({ builds }) => builds('vite build', 'dist'),
      'webpack, production': ({ builds }) =>
        builds('webpack --mode production --entry ./main.js --output-path webpacked', 'webpacked'),
      'esbuild, a worker from a blob': ({ builds }) =>
        builds('esbuild posts.js --bundle --format=iife --outdir=blob', 'blob'),
      'Vite, a service worker that is a module': async ({ run, write, shows }) => {
        await run('vite build -c service.config.js')
        write({ 'service/index.html': serviceHtml('module') })
        return shows('service')
      },
      'esbuild, a classic service worker': ({ builds }) =>
        builds('esbuild service.js --bundle --format=iife --outdir=classic', 'classic'),
    },
  },

  files: {
    tool: 'Pages opened as files (Electron)',
    packages: ['vite@8', 'esbuild'],
    files: {
      'index.html': html('./main.js'),
      'main.js': main,
      'one/index.html': classicHtml('./main.js'),
    },
    checks: {
      'Vite, with access to files, as in Electron': async project => {
        await project.run('vite build --base ./')
        return opened(project, 'dist', '--allow-file-access-from-files')
      },
      'esbuild, one file, in a browser': async project => {
        await project.run('esbuild main.js --bundle --format=iife --outdir=one')
        return opened(project, 'one')
      },
    },
  },
}
