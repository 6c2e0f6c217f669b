/**
 * Keeps the page working without a network. The build puts in the list of its files and their version.
 *
 * A file has a name that changes with its content, so what is kept is never stale. The page itself is
 * asked of the network first. A new version takes over once no page of the old one is open.
 */
const FILES = __FILES__
const VERSION = `workbench ${__VERSION__}`

addEventListener('install', event => {
  event.waitUntil(caches.open(VERSION).then(cache => cache.addAll(FILES)))
})

addEventListener('activate', event => {
  const dropOld = names =>
    Promise.all(names.filter(name => name !== VERSION).map(name => caches.delete(name)))
  // The page that installed it works without a network from now on.
  event.waitUntil(Promise.all([caches.keys().then(dropOld), clients.claim()]))
})

addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request))
})

async function page(request) {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('./')) ?? Response.error()
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request)
}
