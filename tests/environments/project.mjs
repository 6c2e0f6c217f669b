// A fresh project of one tool, with the packed package, and what can be done in it.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOf } from '../../scripts/node-of.mjs'
import { answersAt, answersInBrowser } from '../packaging/browser.mjs'
import { snapshot } from '../packaging/snapshot.mjs'
import { run, serve } from './processes.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** What `ask.js` says everywhere. */
export const right = { granted: true, notGranted: false, offer: 'upsell' }

/** Tools write scripts of their own into their pages, and some evaluate them. */
const POLICY = "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"

const QUIET = {
  CI: '1',
  NO_COLOR: '1',
  BROWSER: 'none',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  NUXT_TELEMETRY_DISABLED: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
  WRANGLER_SEND_METRICS: 'false',
}

/** The folders of the programs `node`, by version. */
const nodes = new Map()

/**
 * Makes the project of an environment in `work` and installs its packages, in the Node version that
 * most tools want. `ask.js`, `issue.js` and their data are in the folder `sources`.
 */
export async function makeProject(work, tarball, environment) {
  const { name, packages = [], sources = '.', manifest = { type: 'module' }, files } = environment
  const folder = join(work, name)
  const project = {
    folder,

    write(files) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true })
        writeFileSync(join(folder, file), text)
      }
    },

    /** Runs a program of the project to its end, and returns what it printed. */
    run: (command, node) => run(command, surroundings(node)),

    /** The answers that a program prints as its last line. */
    async answers(command, node) {
      return JSON.parse((await project.run(command, node)).trim().split('\n').at(-1))
    },

    /** Runs a program that compares the answers, or the types, by itself. */
    async passes(command, node) {
      await project.run(command, node)
      return right
    },

    /** What the page in the folder `built` says, or another `page` there. */
    shows: (built, page) => answersInBrowser(join(folder, built), { policy: POLICY, page }),

    /** Builds, and returns what the built page says. */
    async builds(command, built, page) {
      await project.run(command)
      return project.shows(built, page)
    },

    /** Starts a server, and returns what the page says; or what `look` finds at the server's address. */
    serves: (command, look = answersAt) => serve(command, surroundings(), look),
  }

  /** The project's programs are found first, then those of that version of Node. */
  function surroundings(node = '24') {
    if (!nodes.has(node)) nodes.set(node, dirname(nodeOf(node, join(work, `node-${node}`))))
    const path = [join(folder, 'node_modules/.bin'), nodes.get(node), process.env.PATH]
    return { cwd: folder, env: { ...process.env, ...QUIET, PATH: path.join(delimiter) } }
  }

  project.write({ 'package.json': JSON.stringify({ name, private: true, ...manifest }) })
  const wanted = [tarball, ...packages].join(' ')
  await project.run(`npm install --no-audit --no-fund ${wanted}`)
  mkdirSync(join(folder, sources), { recursive: true })
  for (const file of ['ask.js', 'issue.js']) cpSync(join(here, file), join(folder, sources, file))
  project.write({ [join(sources, 'fixture.js')]: modules(fixture(folder)), ...files })
  return project
}

/** What the package in the project is asked with, signed now. */
export function fixture(folder) {
  const file = join(folder, 'node_modules/rolegate/dist/catalogs/adobe-dynamic-chat.json')
  const { keys, issuer, audience, token } = snapshot(file, Math.floor(Date.now() / 1000))
  return { keys, issuer, audience, token, catalog: readFileSync(file, 'utf8') }
}

/** The answers in the element `id="server"` of what a server has rendered. */
export function rendered(html) {
  const found = /id="server"[^>]*>(?:<!--.*?-->)*([^<]*)/.exec(html)
  if (found === null) throw new Error(`the server has rendered no answers: ${html.slice(0, 600)}`)
  return JSON.parse(found[1].replaceAll('&quot;', '"'))
}

export async function text(address) {
  return (await fetch(address)).text()
}

function modules(values) {
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}\n`)
    .join('')
}
