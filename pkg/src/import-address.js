// Not in TypeScript, whose compiler wraps such an import into a helper of its own.

/** Imports the script at an address that is known only when it runs; no bundler looks for it. */
export const importAddress = address =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ address)
