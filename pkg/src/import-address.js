// This is JavaScript because TypeScript's compiler would wrap such an import in a helper.

/** Imports the script at an address that is known only at run time; bundlers leave it alone. */
export const importAddress = address =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ address)
