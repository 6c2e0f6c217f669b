/**
 * Keeps pages working without a network. The build puts in the list of their files and its version.
 *
 * A file has a name that changes with its content, so what is kept is never stale. The pages themselves
 * are asked of the network first. A new version takes over once no page of the old one is open.
 */
const FILES = __FILES__
const NAME = `${__NAME__} `
const VERSION = NAME + __VERSION__

addEventListener('install', event => {
  event.waitUntil(caches.open(VERSION).then(cache => cache.addAll(FILES)))
})

addEventListener('activate', event => {
  const dropOld = names => Promise.all(names.filter(isOld).map(name => caches.delete(name)))
  // The page that installed it works without a network from now on.
  event.waitUntil(Promise.all([caches.keys().then(dropOld), clients.claim()]))
})

function isOld(name) {
  return name.startsWith(NAME) && name !== VERSION
}

addEventListener('fetch', event => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  event.respondWith(request.mode === 'navigate' ? page(request) : file(request))
})

async function page(request) {
  try {
    return await fetch(request)
  } catch {
    // An address may say more than which page it is; the first is the page for all others.
    const kept = await caches.match(request, { ignoreSearch: true })
    return kept ?? (await caches.match(FILES[0])) ?? Response.error()
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request)
}
