/** Made by `second-copy.ts`. */
declare module 'rolegate-copy' {
  export * from 'rolegate'
}
