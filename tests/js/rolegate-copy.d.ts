/** Made by `copy.ts`. */
declare module 'rolegate-copy' {
  export * from 'rolegate'
}
