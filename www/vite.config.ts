import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

export default defineConfig({
  // Any host can serve the page, at any place.
  base: './',
  plugins: [react(), serviceWorker()],
  // The engine is a file of its own, in a worker as in the page.
  worker: { format: 'es' },
  build: {
    // The content security policy of `rolegate demo` allows no `data:` fonts or scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    target: 'es2023',
    // These browsers support `light-dark()`. A version for older ones would not follow `color-scheme`.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
})

/** Files that few pages need: they are fetched then, and not kept for a time without a network. */
const RARE = /cyrillic|vietnamese|latin-ext|symbols2|base64|plainSubtle/

/** Writes the service worker, which keeps the files of the build. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const names = Object.keys(bundle).filter(name => !RARE.test(name) && name !== 'index.html')
      const files = ['./', 'favicon.svg', ...names.sort()]
      const version = createHash('sha256').update(files.join()).digest('base64url').slice(0, 12)
      const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8')
        .replace('__FILES__', JSON.stringify(files))
        .replace('__VERSION__', JSON.stringify(version))
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}
