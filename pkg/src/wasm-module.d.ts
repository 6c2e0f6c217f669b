declare module '*.wasm?module' {
  const engine: WebAssembly.Module
  export default engine
}
