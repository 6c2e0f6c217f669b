/** Asks the server, and gives its answer; an `Error` has its status, and its reason as the message. */
export async function api(method, path, body) {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer = await response.json()
  if (response.ok) return answer
  throw Object.assign(new Error(answer.message), { status: response.status })
}
