/** Browsers give no Web Crypto to a page of another machine over HTTP, such as on a phone. */
export async function withSubtle(): Promise<void> {
  if (crypto.subtle) return
  const { plainSubtle } = await import('./plainSubtle.ts')
  Object.defineProperty(crypto, 'subtle', { value: plainSubtle })
}
