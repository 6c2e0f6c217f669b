import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { classicHtml, html, main } from './html.mjs'

/** As docs/tools.md has it. */
const ADDRESS = `
import { provideEngine } from 'rolegate/slim'
import wasm from 'rolegate/rolegate.wasm?url'
provideEngine(() => fetch(wasm))
`

const OLDER = [5, 6, 7]

const webpackConfig = `
module.exports = {
  entry: './main.js',
  output: { filename: 'bundle.js', path: __dirname + '/dist' },
  performance: { hints: false },
}
`

/** Builds with webpack or Rspack, in both modes, into a folder that has a page already. */
const bundled = command =>
  Object.fromEntries(
    ['development', 'production'].map(mode => [
      `${mode} build`,
      ({ builds }) => builds(`${command} --mode ${mode}`, 'dist'),
    ]),
  )

export const bundlers = {
  vite: {
    tool: 'Vite 8',
    packages: ['vite@8'],
    files: { 'index.html': html('/main.js'), 'main.js': main },
    checks: {
      development: ({ serves }) => serves('vite --port PORT --strictPort'),
      production: ({ builds }) => builds('vite build', 'dist'),
      'production, below a folder': ({ builds }) =>
        builds('vite build --base ./ --outDir out/app', 'out', 'app/index.html'),
      "production, the file's address": ({ write, builds }) => {
        write({ 'main.js': ADDRESS + main })
        return builds('vite build', 'dist')
      },
    },
  },

  'vite-older': {
    tool: 'Vite 5, 6 and 7',
    packages: OLDER.map(version => `vite${version}@npm:vite@${version}`),
    files: {
      'index.html': html('/main.js'),
      'main.js': main,
      'excluded.config.js': "export default { optimizeDeps: { exclude: ['rolegate'] } }\n",
    },
    checks: Object.fromEntries(
      OLDER.flatMap(version => {
        const vite = `node node_modules/vite${version}/bin/vite.js`
        const server = `${vite} --port PORT --strictPort --force`
        return [
          [`${version}, development`, ({ serves }) => serves(server)],
          [
            `${version}, development, excluded from optimizing`,
            ({ serves }) => serves(`${server} -c excluded.config.js`),
          ],
          [`${version}, production`, ({ builds }) => builds(`${vite} build`, 'dist')],
        ]
      }),
    ),
  },

  webpack: {
    tool: 'webpack 5',
    packages: ['webpack@5', 'webpack-cli@7', 'webpack-dev-server@6'],
    manifest: {},
    files: {
      'main.js': main,
      'dist/index.html': classicHtml('/bundle.js'),
      'webpack.config.js': webpackConfig,
    },
    checks: {
      'development server': ({ serves }) =>
        serves('webpack serve --mode development --port PORT --static dist'),
      ...bundled('webpack'),
    },
  },

  rspack: {
    tool: 'Rspack 2',
    packages: ['@rspack/core@2', '@rspack/cli@2', '@rspack/dev-server@2'],
    manifest: {},
    files: {
      'main.js': main,
      'dist/index.html': classicHtml('/bundle.js'),
      'rspack.config.js': webpackConfig,
    },
    checks: bundled('rspack build'),
  },

  rsbuild: {
    tool: 'Rsbuild 2',
    packages: ['@rsbuild/core@2'],
    sources: 'src',
    files: { 'src/index.js': main },
    checks: {
      development: ({ serves }) => serves('rsbuild dev --port PORT'),
      production: ({ builds }) => builds('rsbuild build', 'dist'),
    },
  },

  rollup: {
    tool: 'Rollup 4',
    packages: ['rollup@4', '@rollup/plugin-node-resolve@16'],
    files: {
      'main.js': main,
      'dist/index.html': html('/main.js'),
      'rollup.config.js': `
        import resolve from '@rollup/plugin-node-resolve'
        export default {
          input: 'main.js',
          output: { dir: 'dist' },
          plugins: [resolve({ browser: true })],
        }
      `,
      'one/index.html': classicHtml('/main.js'),
    },
    checks: {
      modules: ({ builds }) => builds('rollup -c', 'dist'),
      'one file, iife': ({ builds }) =>
        builds('rollup -c --dir one --format iife --inlineDynamicImports', 'one'),
    },
  },

  esbuild: {
    tool: 'esbuild',
    packages: ['esbuild'],
    files: {
      'main.js': main,
      'dist/index.html': html('/main.js'),
      'one/index.html': classicHtml('/main.js'),
    },
    checks: {
      'one module': ({ builds }) =>
        builds('esbuild main.js --bundle --format=esm --outdir=dist', 'dist'),
      'split modules': ({ builds }) =>
        builds('esbuild main.js --bundle --format=esm --splitting --outdir=dist', 'dist'),
      'one file, iife, minified': ({ builds }) =>
        builds('esbuild main.js --bundle --format=iife --minify --outdir=one', 'one'),
    },
  },

  parcel: {
    tool: 'Parcel 2',
    // It reads no conditions unless told to.
    reports: () => false,
    packages: ['parcel@2'],
    manifest: {},
    files: { 'index.html': html('main.js'), 'main.js': main },
    checks: {
      development: ({ serves }) =>
        serves('parcel serve index.html --port PORT --no-cache --no-hmr --dist-dir served'),
      production: ({ builds }) => builds('parcel build index.html --no-cache', 'dist'),
    },
  },

  'own-file': {
    tool: 'A file that you serve',
    packages: ['esbuild'],
    files: {
      'main.js': `
        import { provideEngine } from 'rolegate/slim'
        provideEngine(() => fetch('/static/rolegate.wasm'))
        ${main}
      `,
      'dist/index.html': html('/main.js'),
    },
    checks: {
      esbuild: ({ folder, builds }) => {
        const file = join(folder, 'node_modules/rolegate/dist/rolegate.wasm')
        cpSync(file, join(folder, 'dist/static/rolegate.wasm'))
        return builds('esbuild main.js --bundle --format=esm --outdir=dist', 'dist')
      },
    },
  },
}
