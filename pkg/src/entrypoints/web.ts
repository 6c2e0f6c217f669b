import { provide } from '../binding.ts'
import { engineFile } from '../engine-file.ts'
import { compile } from '../engine-source.ts'
import { importAddress } from '../import-address.js'

provide(note =>
  engineFile({
    // Bundlers know this form: they put the file beside their output and its new address here.
    find: async () => compile(new URL('../rolegate.wasm', import.meta.url)),
    // They also know a literal `import()`, and split it off. Vite can do so in no script of a worker,
    // and up to version 7 such a build fails; it is given an address in place of the import.
    copy: () =>
      import.meta.env?.PROD && !import.meta.env.SSR
        ? importAddress(new URL('../glue/rolegate-base64.js?no-inline', import.meta.url).href)
        : import('../glue/rolegate-base64.js'),
    advice:
      "Vite's development server finds the file with `optimizeDeps: { exclude: ['rolegate'] }`; elsewhere, serve it and give its address to `provideEngine` of `rolegate/slim`",
    note,
  }),
)

export * from '../index.ts'
