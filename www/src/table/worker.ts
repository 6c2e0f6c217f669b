import type { GateView } from 'rolegate'
import { createStage, type Stage } from 'rolegate/preview'
import { decideForAnyRecord } from '../scenario/anyRecord.ts'
import type { Answer, Reply, Request } from './answers.ts'

/** Signs and loads many scenarios, one after the other, and asks each about every permission. */
const stages = new Map<string, Promise<Stage>>()
const cancelled = new Set<number>()
let last: Promise<unknown> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('isCancelled' in data) {
    cancelled.add(data.turn)
    return
  }
  last = last.then(() => answer(data))
})

async function answer({ turn, catalogs, scenarios }: Exclude<Request, { isCancelled: true }>) {
  try {
    const columns: (readonly Answer[] | { readonly problem: string })[] = []
    for (const scenario of scenarios) {
      if (cancelled.delete(turn)) return
      const stage = await stageOf(scenario.catalog, catalogs[scenario.catalog] ?? '')
      const showing = await stage.show(scenario)
      const [catalog] = stage.catalogs
      if (showing.outcome !== 'shown' || catalog === undefined) {
        const problem = showing.outcome === 'refused' ? showing.problems[0] : undefined
        columns.push({ problem: problem ? `${problem.part} ${problem.message}` : showing.outcome })
        continue
      }
      const gate = stage.gate.in(showing.scenario.workspace)
      const all = catalog.areas.flatMap(({ permissions }) => permissions)
      columns.push(all.map(({ id }) => answerOf(gate, id)))
    }
    reply({ turn, columns })
  } catch (error) {
    reply({ turn, failure: error instanceof Error ? error.message : String(error) })
  }
}

function answerOf(gate: GateView, permission: string): Answer {
  const isForSome = gate.decide(permission).code === 'record-required' && gate.maybe(permission)
  const { level, code, outcome } = decideForAnyRecord(gate, permission)
  return { level, code, outcome, isForSome }
}

function stageOf(sha256: string, text: string): Promise<Stage> {
  const found = stages.get(sha256)
  if (found) return found
  const making = createStage({ catalogs: [text] })
  stages.set(sha256, making)
  making.catch(() => stages.delete(sha256))
  return making
}

function reply(message: Reply): void {
  postMessage(message)
}
