// What Vite puts in place of these members; anywhere else there is no `env`.
interface ImportMeta {
  readonly env?: { readonly PROD: boolean; readonly SSR: boolean }
}
