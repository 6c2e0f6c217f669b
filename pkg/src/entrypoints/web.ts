import { provideByDefault } from '../binding.ts'
import { engineFile } from '../engine-file.ts'
import { compile } from '../engine-source.ts'
import { importAddress } from '../import-address.js'

provideByDefault(note =>
  engineFile({
    // Bundlers recognize this form: they copy the file beside their output and insert its new address.
    file: async () => compile(new URL('../rolegate.wasm', import.meta.url)),
    // They also recognize a literal `import()` and split it off. Vite cannot do that in the script of a
    // worker, and up to version 7 the build fails; for Vite the import has an address in its place.
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
