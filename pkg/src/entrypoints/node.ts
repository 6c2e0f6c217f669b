import { readFileSync } from 'node:fs'
import { provideByDefault } from '../binding.ts'
import { engineFile } from '../engine-file.ts'
import { compileBytes } from '../engine-source.ts'
import { engineUnavailable } from '../errors.ts'

provideByDefault(note =>
  engineFile({
    file: readEngine,
    copy: () => import('../glue/rolegate-base64.js'),
    advice:
      'Exclude the package from the server bundle: `serverExternalPackages` in Next.js, `ssr.external` in Vite, `external` in Rollup and esbuild',
    note,
  }),
)

async function readEngine(): Promise<WebAssembly.Module> {
  const file = new URL('../rolegate.wasm', import.meta.url)
  const what = `the engine's file \`${file.pathname}\``
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(readFileSync(file))
  } catch (error) {
    throw engineUnavailable(`${what} could not be read`, error)
  }
  return compileBytes(bytes, what)
}

export * from '../index.ts'
