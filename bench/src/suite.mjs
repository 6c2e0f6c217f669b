import { aboutConversations, conversations, expected, plain, randomly } from './desk.mjs'
import { loading } from './load.mjs'
import { answered, race } from './measure.mjs'

export const RECORDS = 10_000
/** The others filter so many records, and the time is multiplied: they would take minutes. */
export const SAMPLE = 250
const QUICK = new Set(['rolegate', '@casl/ability', 'floor'])
/** How long a thread rests between two loads, in milliseconds. */
export const REST = 5

/**
 * Everything that is measured in one environment, per question or per load.
 *
 * @param {(what: string) => void} tell says what is measured now
 */
export async function suite(engines, tell) {
  const records = conversations(RECORDS)
  tell('comparing the answers')
  const compared = compareAnswers(engines, records)

  tell('checks without a record')
  const runners = task => engines.map(engine => ({ name: engine.name, run: task(engine) }))
  const many = await race(runners(engine => engine.plain()))
  scale(many, 1 / plain.length)
  const quick = engines.filter(({ name }) => QUICK.has(name))
  const once = await race(quick.map(engine => ({ name: engine.name, run: turns(engine) })))

  tell('checks on a record')
  const pairs = shuffledPairs(records, 512)
  // For those that take their time.
  const few = pairs.slice(0, 64)
  const isQuick = ({ name }) => QUICK.has(name)
  const onRecords = await race(runners(engine => engine.record(isQuick(engine) ? pairs : few)))
  scale(onRecords, name => 1 / (QUICK.has(name) ? pairs : few).length)

  tell('filtering')
  const see = aboutConversations.find(({ question }) => question === 'conversation.see')
  const filtered = await race(
    runners(engine => {
      const filter = engine.filter(see, isQuick(engine) ? records : records.slice(0, SAMPLE))
      return times => {
        let passed = 0
        for (let time = 0; time < times; time += 1) passed += filter().length
        return passed
      }
    }),
  )
  scale(filtered, name => (QUICK.has(name) ? 1 : RECORDS / SAMPLE))

  tell('loading')
  const load = await loading()
  const busy = await race([...load.pair, ...load.others], { rounds: 41, batch: 5e6 })
  const apart = await race(load.pair, { rounds: 201, apart: REST })

  if (answered() === 0) throw new Error('nothing was answered')
  return {
    compared: compared + load.compared,
    token: load.token,
    rules: load.rules,
    many,
    once,
    onRecords,
    filtered,
    busy,
    apart,
  }
}

/** Turns what a batch took into what one of its parts took. */
function scale(results, by) {
  for (const [name, result] of Object.entries(results)) {
    const factor = typeof by === 'number' ? by : by(name)
    for (const member of ['ns', 'least', 'most', 'work']) result[member] *= factor
  }
}

function turns({ ask }) {
  return async times => {
    let yes = 0
    for (let time = 0; time < times; time += 1) {
      await undefined
      if (ask(time % plain.length)) yes += 1
    }
    return yes
  }
}

/** Questions with records, each question as often as any other, in no order. */
function shuffledPairs(records, count) {
  const random = randomly(11)
  const list = Array.from({ length: count }, (_, at) => ({
    about: aboutConversations[at % aboutConversations.length],
    conversation: records[random(RECORDS)],
  }))
  for (let at = count - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    const moved = list[at]
    list[at] = list[other]
    list[other] = moved
  }
  return list
}

/** Asks every engine every question that is measured; slow engines about a part of the records. */
function compareAnswers(engines, records) {
  let questions = 0
  for (const engine of engines) {
    for (const [at, { question, expected: answer }] of plain.entries()) {
      questions += 1
      if (engine.ask(at) !== answer) throw new Error(`${engine.name} differs about ${question}`)
    }
    const part = QUICK.has(engine.name) ? records : records.slice(0, SAMPLE)
    for (const about of aboutConversations) {
      questions += part.length
      const passed = new Set(
        engine
          .filter(about, part)()
          .map(({ id }) => id),
      )
      for (const conversation of part) {
        if (passed.has(conversation.id) !== expected(about, conversation)) {
          throw new Error(`${engine.name} differs about ${about.question} of ${conversation.id}`)
        }
      }
    }
  }
  return questions
}
