// A server's build takes the package into its bundle, as adapters for some hosts do.
export default { ssr: { noExternal: true } }
