import { html, main } from './html.mjs'
import { fixture, text } from './project.mjs'

const print = `
import { ask } from './ask.js'
console.log(JSON.stringify(await ask()))
`

const printIssued = `
import { issue } from './issue.js'
console.log(JSON.stringify(await issue()))
`

/** The same questions from CommonJS, where the data is JSON. */
const questions = `
const gate = createGate({ keys, issuer, audience, catalog })
gate.load(token).then(() => {
  console.log(JSON.stringify({
    granted: gate.can('reports.export'),
    notGranted: gate.can('agent-inbox.access'),
    offer: gate.decide('workspaces.view').outcome,
  }))
})
`

const NODES = ['20.18', '22', '24', '26']

const inNodes = program =>
  Object.fromEntries(
    NODES.map(version => [
      `Node ${version}, ${program}`,
      async project => {
        project.write({ 'fixture.json': JSON.stringify(fixture(project.folder)) })
        return project.answers(`node ${program}`, version)
      },
    ]),
  )

/** Compiles to CommonJS, and runs in the oldest Node, which cannot require ES modules. */
const compiled = module => async project => {
  project.write({ 'fixture.json': JSON.stringify(fixture(project.folder)) })
  const options = '--target es2022 --strict --resolveJsonModule --types node'
  await project.run(`tsc --module ${module} ${options} --outDir ${module} compiled.ts`)
  return project.answers(`node ${module}/compiled.js`, NODES[0])
}

const worker = ({ serves }) =>
  serves('wrangler dev --port PORT --show-interactive-dev-session=false', async address => [
    JSON.parse(await text(address)),
    JSON.parse(await text(`${address}issue`)),
  ])

export const runtimes = {
  node: {
    tool: 'Node, ES modules',
    files: { 'main.js': print, 'server.js': printIssued },
    checks: { ...inNodes('main.js'), ...inNodes('server.js') },
  },

  'node-commonjs': {
    tool: 'Node, CommonJS',
    packages: ['typescript@5.9', '@types/node@20'],
    manifest: {},
    files: {
      'main.cjs': `
        const { createGate } = require('rolegate')
        const { keys, issuer, audience, catalog, token } = require('./fixture.json')
        ${questions}
      `,
      'compiled.ts': `
        import { createGate } from 'rolegate'
        import { keys, issuer, audience, catalog, token } from './fixture.json'
        ${questions}
      `,
    },
    checks: {
      ...inNodes('main.cjs'),
      'TypeScript, module node16': compiled('node16'),
      'TypeScript, module nodenext': compiled('nodenext'),
    },
  },

  deno: {
    tool: 'Deno 2',
    packages: ['deno@2'],
    files: { 'main.js': print, 'server.js': printIssued },
    checks: {
      'a server': ({ answers }) => answers('deno run --no-prompt --allow-read server.js'),
      'with --allow-read': ({ answers }) => answers('deno run --no-prompt --allow-read main.js'),
      'without permissions': ({ answers }) => answers('deno run --no-prompt main.js'),
    },
  },

  bun: {
    tool: 'Bun 1',
    // It builds for development unless told otherwise.
    reports: what => what.startsWith('bun build'),
    packages: ['bun@1'],
    files: {
      'main.js': print,
      'server.js': printIssued,
      'page.js': main,
      'dist/index.html': html('/page.js'),
    },
    checks: {
      'bun run': ({ answers }) => answers('bun run main.js'),
      'a server': ({ answers }) => answers('bun run server.js'),
      'bun build': ({ builds }) => builds('bun build page.js --outdir dist', 'dist'),
      'bun build --compile': async ({ run, answers }) => {
        await run('bun build main.js --compile --outfile one')
        return answers('./one')
      },
    },
  },

  workerd: {
    tool: 'Cloudflare Workers (wrangler 4)',
    packages: ['wrangler@4'],
    files: {
      'main.js': `
        import { ask } from './ask.js'
        import { issue } from './issue.js'
        export default {
          fetch: async ({ url }) => Response.json(await (url.endsWith('/issue') ? issue() : ask())),
        }
      `,
      'wrangler.json': JSON.stringify({
        name: 'app',
        main: 'main.js',
        compatibility_date: '2026-06-01',
      }),
    },
    checks: {
      'wrangler dev': worker,
      'wrangler dev, nodejs_compat': ({ write, ...project }) => {
        write({
          'wrangler.json': JSON.stringify({
            name: 'app',
            main: 'main.js',
            compatibility_date: '2026-06-01',
            compatibility_flags: ['nodejs_compat'],
          }),
        })
        return worker(project)
      },
    },
  },
}
