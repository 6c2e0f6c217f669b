// Vite replaces these members; elsewhere there is no `env`.
interface ImportMeta {
  readonly env?: { readonly PROD: boolean; readonly SSR: boolean }
}
