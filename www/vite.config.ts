import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** What is built by itself: the pages, as they are kept, and what keeps them. */
interface Part {
  readonly name: string
  readonly pages: Readonly<Record<string, string>>
  readonly worker: string
}

const WORKBENCH: Part = {
  name: 'workbench',
  pages: { 'index.html': './' },
  worker: 'service-worker.js',
}

/** Built first, so that what they share with the workbench does not split its files. */
const APPS: Part = {
  name: 'apps',
  pages: { 'chat.html': 'chat.html', 'documents.html': 'documents.html' },
  worker: 'apps-worker.js',
}

export default defineConfig(({ mode }) => {
  const part = mode === APPS.name ? APPS : WORKBENCH
  return {
    // Any host can serve the page, at any place.
    base: './',
    plugins: [react(), serviceWorker(part)],
    // The engine is a file of its own, in a worker as in the page.
    worker: { format: 'es' as const },
    build: {
      emptyOutDir: part === APPS,
      // The content security policy of `rolegate demo` allows no `data:` fonts or scripts.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        input: Object.keys(part.pages),
        output: {
          // Otherwise each icon and each part that two products share is a file of its own.
          codeSplitting: {
            groups: [
              { name: 'icons', test: /lucide-react/, minShareCount: 2 },
              { name: 'parts', test: /www\/src\/(shared|gate|screen)\//, minShareCount: 2 },
            ],
          },
        },
      },
      target: 'es2023',
      // These browsers support `light-dark()`. A version for older ones would not follow `color-scheme`.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
  }
})

/** Files that few pages need: they are fetched then, and not kept for a time without a network. */
const RARE = /cyrillic|vietnamese|latin-ext|symbols2|base64|plainSubtle/

/** Writes the service worker, which keeps the files of the build. */
function serviceWorker({ name, pages, worker }: Part): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const names = Object.keys(bundle).filter(file => !RARE.test(file) && !(file in pages))
      const files = [...Object.values(pages), 'favicon.svg', ...names.sort()]
      const version = createHash('sha256').update(files.join()).digest('base64url').slice(0, 12)
      const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8')
        .replace('__FILES__', JSON.stringify(files))
        .replace('__NAME__', JSON.stringify(name))
        .replace('__VERSION__', JSON.stringify(version))
      this.emitFile({ type: 'asset', fileName: worker, source })
    },
  }
}
