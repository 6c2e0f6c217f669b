import { answersAt } from '../packaging/browser.mjs'
import { rendered, text } from './project.mjs'

/** What a server has rendered, and what the page says once it runs. */
const onBothSides = async address => [rendered(await text(address)), await answersAt(address)]

const nextRoute = runtime => `
import { ask } from '../ask.js'
export const runtime = '${runtime}'
export const dynamic = 'force-dynamic'
export async function GET() { return Response.json(await ask()) }
`

const inNext = async address => [
  ...(await onBothSides(address)),
  JSON.parse(await text(`${address}route`)),
  JSON.parse(await text(`${address}edge`)),
]

/** Both modes of Next.js with one of its bundlers. */
const nextWith = bundler => ({
  [`${bundler}, development`]: ({ serves }) => serves(`next dev --${bundler} --port PORT`, inNext),
  [`${bundler}, production`]: async ({ run, serves }) => {
    await run(`next build --${bundler}`)
    return serves('next start --port PORT', inNext)
  },
})

const nuxtApp = `
<script setup>
import { ask } from '#shared/ask.js'
const { data } = await useAsyncData('answers', () => ask())
onMounted(async () => { document.title = JSON.stringify(await ask()) })
</script>
<template><p id="server">{{ JSON.stringify(data) }}</p></template>
`

const nuxtRoute = `
import { ask } from '#shared/ask.js'
export default defineEventHandler(() => ask())
`

const nuxtConfig = `
export default defineNuxtConfig({ compatibilityDate: '2026-01-01', devtools: { enabled: false } })
`

const inNuxt = async address => [
  ...(await onBothSides(address)),
  JSON.parse(await text(`${address}route`)),
]

const nuxtModes = {
  development: ({ serves }) => serves('nuxt dev --port PORT', inNuxt),
  production: async ({ run, serves }) => {
    await run('nuxt build')
    return serves('node .output/server/index.mjs', inNuxt)
  },
}

const svelteKitPages = {
  'src/app.html': `
    <!doctype html>
    <html lang="en">
      <head><meta charset="utf-8">%sveltekit.head%</head>
      <body><div>%sveltekit.body%</div></body>
    </html>
  `,
  'src/routes/+page.server.js': `
    import { ask } from '../lib/ask.js'
    export async function load() { return { answers: await ask() } }
  `,
  'src/routes/+page.svelte': `
    <script>
    import { onMount } from 'svelte'
    import { ask } from '../lib/ask.js'
    const { data } = $props()
    onMount(async () => { document.title = JSON.stringify(await ask()) })
    </script>
    <p id="server">{JSON.stringify(data.answers)}</p>
  `,
}

const svelteKitModes = {
  development: ({ serves }) => serves('vite dev --port PORT --strictPort', onBothSides),
  production: async ({ run, serves }) => {
    await run('vite build')
    return serves('node build', onBothSides)
  },
}

const angularWorkspace = {
  version: 1,
  cli: { analytics: false, cache: { enabled: false } },
  projects: {
    app: {
      projectType: 'application',
      root: '',
      architect: {
        build: {
          builder: '@angular/build:application',
          options: { browser: 'src/main.ts', index: 'src/index.html', tsConfig: 'tsconfig.json' },
          configurations: {
            development: { optimization: false },
            production: { outputHashing: 'all' },
          },
          defaultConfiguration: 'production',
        },
        serve: {
          builder: '@angular/build:dev-server',
          options: { buildTarget: 'app:build:development' },
        },
      },
    },
  },
}

const angularCompiler = {
  target: 'es2022',
  module: 'preserve',
  moduleResolution: 'bundler',
  strict: true,
  allowJs: true,
  types: [],
}

const STORY = 'iframe.html?id=a--one&viewMode=story'

export const frameworks = {
  next: {
    tool: 'Next.js 16',
    packages: ['next@16', 'react@19', 'react-dom@19'],
    sources: 'app',
    manifest: {},
    files: {
      'next.config.mjs': 'export default {}\n',
      'app/layout.js': `
        export default function Layout({ children }) {
          return <html lang="en"><body>{children}</body></html>
        }
      `,
      'app/page.js': `
        import { ask } from './ask.js'
        import { Client } from './client.js'
        export const dynamic = 'force-dynamic'
        export default async function Page() {
          return <main><p id="server">{JSON.stringify(await ask())}</p><Client /></main>
        }
      `,
      'app/client.js': `
        'use client'
        import { useEffect } from 'react'
        import { ask } from './ask.js'
        export function Client() {
          useEffect(() => {
            ask().then(answers => { document.title = JSON.stringify(answers) })
          }, [])
        }
      `,
      'app/route/route.js': nextRoute('nodejs'),
      'app/edge/route.js': nextRoute('edge'),
    },
    checks: {
      ...nextWith('turbopack'),
      ...nextWith('webpack'),
      'turbopack, production, an external package': ({ write, ...project }) => {
        write({ 'next.config.mjs': "export default { serverExternalPackages: ['rolegate'] }\n" })
        return nextWith('turbopack')['turbopack, production'](project)
      },
    },
  },

  nuxt: {
    tool: 'Nuxt 4',
    packages: ['nuxt@4'],
    sources: 'shared',
    files: {
      'nuxt.config.js': nuxtConfig,
      'app/app.vue': nuxtApp,
      'server/routes/route.js': nuxtRoute,
    },
    checks: nuxtModes,
  },

  'nuxt-older': {
    tool: 'Nuxt 3',
    packages: ['nuxt@3'],
    sources: 'shared',
    files: {
      'nuxt.config.js': nuxtConfig,
      'app.vue': nuxtApp,
      'server/routes/route.js': nuxtRoute,
    },
    checks: nuxtModes,
  },

  sveltekit: {
    tool: 'SvelteKit 3',
    packages: [
      '@sveltejs/kit@3',
      '@sveltejs/adapter-node@6',
      '@sveltejs/vite-plugin-svelte@7',
      'svelte@5',
      'vite@8',
    ],
    sources: 'src/lib',
    files: {
      ...svelteKitPages,
      'vite.config.js': `
        import adapter from '@sveltejs/adapter-node'
        import { sveltekit } from '@sveltejs/kit/vite'
        export default { plugins: [sveltekit({ adapter: adapter() })] }
      `,
    },
    checks: svelteKitModes,
  },

  'sveltekit-older': {
    tool: 'SvelteKit 2',
    packages: [
      '@sveltejs/kit@2',
      '@sveltejs/adapter-node@5',
      '@sveltejs/vite-plugin-svelte@5',
      'svelte@5',
      'vite@6',
    ],
    sources: 'src/lib',
    files: {
      ...svelteKitPages,
      'svelte.config.js': `
        import adapter from '@sveltejs/adapter-node'
        export default { kit: { adapter: adapter() } }
      `,
      'vite.config.js': `
        import { sveltekit } from '@sveltejs/kit/vite'
        export default { plugins: [sveltekit()] }
      `,
    },
    checks: svelteKitModes,
  },

  'vue-ssr': {
    tool: '`vite build --ssr`',
    packages: ['vite@8', 'vue@3'],
    files: {
      'server.js': `
        import { createSSRApp, h } from 'vue'
        import { renderToString } from 'vue/server-renderer'
        import { ask } from './ask.js'
        const answers = JSON.stringify(await ask())
        console.log(await renderToString(createSSRApp(() => h('p', { id: 'server' }, answers))))
      `,
      'bundled.config.js': 'export default { ssr: { noExternal: true } }\n',
    },
    checks: {
      'packages outside': async ({ run }) => {
        await run('vite build --ssr server.js')
        return rendered(await run('node dist/server.js'))
      },
      'packages bundled': async ({ run }) => {
        await run('vite build --ssr server.js -c bundled.config.js')
        return rendered(await run('node dist/server.js'))
      },
    },
  },

  angular: {
    tool: 'Angular 22',
    packages: [
      ...['core', 'common', 'compiler', 'platform-browser', 'cli', 'build', 'compiler-cli'].map(
        name => `@angular/${name}@22`,
      ),
      'rxjs@7',
      'tslib@2',
      'typescript@6',
    ],
    sources: 'src',
    manifest: {},
    files: {
      'angular.json': JSON.stringify(angularWorkspace),
      'tsconfig.json': JSON.stringify({
        compilerOptions: angularCompiler,
        files: ['src/main.ts'],
      }),
      'src/index.html': `
        <!doctype html>
        <html lang="en">
          <head><meta charset="utf-8"><base href="/"></head>
          <body><app-root></app-root></body>
        </html>
      `,
      'src/main.ts': `
        import { type ApplicationRef, Component } from '@angular/core'
        import { bootstrapApplication } from '@angular/platform-browser'
        import { createGate } from 'rolegate'
        import { provideGate, RolegateCan, RolegateControl } from 'rolegate/angular'
        import { ask } from './ask.js'
        import { audience, catalog, issuer, keys, token } from './fixture.js'
        const gate = createGate({ keys, issuer, audience, catalog })
        const providers = [provideGate(gate)]
        @Component({
          selector: 'app-root',
          imports: [RolegateCan, RolegateControl],
          template: \`
            <b *rolegateCan="'reports.export'; let decision">{{ decision.code }}</b>
            <a [rolegateControl]="'agent-inbox.access'" rolegateMode="disable"></a>\`,
        })
        class App {}
        async function show(app: ApplicationRef) {
          await gate.load(token)
          await app.whenStable()
          const drawn = [
            document.querySelector('b')?.textContent,
            document.querySelector('a')?.dataset['gateOutcome'],
          ]
          const answers = drawn.join() === 'granted,hide' ? await ask() : { error: drawn }
          document.title = JSON.stringify(answers)
        }
        bootstrapApplication(App, { providers }).then(show)
      `,
    },
    checks: {
      development: ({ serves }) => serves('ng serve --port PORT'),
      production: ({ builds }) => builds('ng build', 'dist/app/browser'),
    },
  },

  storybook: {
    tool: 'Storybook 10',
    packages: [
      'storybook@10',
      '@storybook/react-vite@10',
      'react@19',
      'react-dom@19',
      'vite@8',
      '@vitejs/plugin-react@6',
    ],
    files: {
      'vite.config.js': `
        import react from '@vitejs/plugin-react'
        export default { plugins: [react()] }
      `,
      '.storybook/main.js': `
        export default { stories: ['../a.stories.jsx'], framework: '@storybook/react-vite' }
      `,
      'a.stories.jsx': `
        import { ask } from './ask.js'
        export default {
          title: 'a',
          loaders: [async () => ({ answers: await ask() })],
          render(_, { loaded }) {
            document.title = JSON.stringify(loaded.answers)
            return <p>{document.title}</p>
          },
        }
        export const One = {}
      `,
    },
    checks: {
      development: ({ serves }) =>
        serves('storybook dev --port PORT --ci', address => answersAt(address + STORY)),
      production: ({ builds }) => builds('storybook build', 'storybook-static', STORY),
    },
  },
}
