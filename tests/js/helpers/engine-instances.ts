type Exports = Record<string, unknown>

/** Lets `change` see, and replace, what each instance of the engine exports from now on. */
export function changeInstances(change: (exports: Exports) => Exports): void {
  const { Instance } = WebAssembly
  WebAssembly.Instance = class {
    readonly exports: Exports

    constructor(module: WebAssembly.Module, imports: WebAssembly.Imports) {
      this.exports = change(new Instance(module, imports).exports)
    }
  } as unknown as typeof WebAssembly.Instance
}
