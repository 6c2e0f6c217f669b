/** Lets pages work without a network from now on, by a service worker of the build. */
export function keepOffline(worker: string, options?: RegistrationOptions): void {
  if ('serviceWorker' in navigator && import.meta.env.PROD) {
    void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}${worker}`, options)
  }
}
