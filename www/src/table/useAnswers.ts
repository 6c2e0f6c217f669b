import { useEffect, useMemo, useState } from 'react'
import type { Answers, Asked, Reply, Request } from './answers.ts'

/** Answers to scenarios, with the scenarios that they are the answers to. */
export interface Answered {
  readonly asked: readonly Asked[]
  readonly answers: readonly Answers[]
}

interface State {
  /** What was answered last; it stays until there is something newer. */
  readonly answered: Answered | null
  /** Whether that is what is asked now. */
  readonly isCurrent: boolean
  /** Why there is no answer. */
  readonly failure: string | null
}

/** Asks scenarios about every permission of their catalogs, beside the page, so that it never waits. */
export function useAnswers(asked: readonly Asked[]): State {
  const key = asked.map(({ catalog, scenario }) => catalog.sha256 + JSON.stringify(scenario)).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content of what is asked
  const latest = useMemo(() => asked, [key])
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    if (latest.length === 0) return
    return ask(latest, reply => {
      if ('failure' in reply) {
        setFailure(reply.failure)
        return
      }
      setFailure(null)
      setAnswered({ asked: latest, answers: latest.map((one, at) => answersOf(one, reply, at)) })
    })
  }, [latest])
  return { answered, isCurrent: answered?.asked === latest, failure }
}

function answersOf(
  { catalog }: Asked,
  { columns }: Exclude<Reply, { readonly failure: string }>,
  at: number,
): Answers {
  const column = columns[at]
  if (column === undefined || 'problem' in column) return { problem: column?.problem ?? '' }
  const entries = catalog.permissions.flatMap(({ id }, index) => {
    const answer = column[index]
    return answer ? [[id, answer] as const] : []
  })
  return { of: new Map(entries) }
}

const waiting = new Map<number, (reply: Reply) => void>()
let worker: Worker | undefined
let turns = 0

/** Asks the worker; the function that is returned takes the question back. */
function ask(asked: readonly Asked[], listener: (reply: Reply) => void): () => void {
  turns += 1
  const turn = turns
  waiting.set(turn, listener)
  const catalogs = Object.fromEntries(asked.map(({ catalog }) => [catalog.sha256, catalog.text]))
  const scenarios = asked.map(({ catalog, scenario }) => ({ ...scenario, catalog: catalog.sha256 }))
  send({ turn, catalogs, scenarios })
  return () => {
    if (waiting.delete(turn)) send({ turn, isCancelled: true })
  }
}

function send(request: Request): void {
  worker ??= start()
  worker.postMessage(request)
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const listener = waiting.get(data.turn)
    waiting.delete(data.turn)
    listener?.(data)
  })
  started.addEventListener('error', ({ message }) => {
    worker = undefined
    for (const [turn, listener] of waiting) listener({ turn, failure: message || 'no worker' })
    waiting.clear()
  })
  return started
}
