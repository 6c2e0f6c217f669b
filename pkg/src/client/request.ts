import { fetchFailed } from './errors.ts'
import type { Address, Fetch, ServerAnswer } from './types.ts'

/** Makes a request that no cache may answer. */
export function request(
  fetch: Fetch,
  address: Address,
  signal: AbortSignal,
  headers: Record<string, string> = {},
): Promise<ServerAnswer> {
  return fetch(`${address}`, { headers, cache: 'no-store', signal })
}

/** The answer that holds a text, for an app that has read it already. */
export function answerOf(text: string): ServerAnswer {
  return { ok: true, status: 200, headers: { get: () => null }, text: async () => text }
}

/**
 * The body of an answer; one that is longer than so many characters is not read to its end.
 *
 * @throws GateError (as a rejection) for a body that is too long, and for a status without success: the
 *   answer is its `cause`
 */
export async function readBody(answer: ServerAnswer, most: number): Promise<string> {
  if (!answer.ok)
    throw fetchFailed(`the server has answered with ${answer.status}`, { cause: answer })
  const reader = answer.body?.getReader()
  const decoder = reader && new TextDecoder()
  let text = reader ? '' : await answer.text()
  while (text.length <= most) {
    const piece = await reader?.read()
    text += decoder?.decode(piece?.value, { stream: !piece?.done }) ?? ''
    if (piece?.done !== false) return text
  }
  reader?.cancel().catch(() => {})
  throw fetchFailed(`the answer is longer than ${most} characters`)
}
