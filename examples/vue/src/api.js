/** Asks the server, which has the last word. */
export async function send(method, path, body) {
  const response = await fetch(`/api/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response
}

export const ask = path => send('GET', path).then(response => response.json())
