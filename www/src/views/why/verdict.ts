import type { Explanation } from 'rolegate'
import { useTexts } from '../../language/LanguageContext.ts'
import { whyTexts } from './texts.ts'
import type { Words } from './useWords.ts'

/** Why a decision is as it is, in one sentence that is true of its trace. */
export function useVerdict(words: Words, question: string, explanation: Explanation): string {
  const texts = useTexts(whyTexts)
  const { code, trace } = explanation
  const general = texts.verdicts[code] ?? code
  if (code !== 'not-granted') return general
  const layer = trace.find(step => step.step === 'layer' && step.wins)
  const value = trace.find(step => step.step === 'value')?.value ?? 'off'
  const [, asked] = question.split(':')
  if (asked !== undefined && value !== 'off' && value !== asked) {
    return texts.tooLow(words.value(value), words.value(asked))
  }
  if (layer?.step === 'layer') {
    return texts.overruled(texts.layer[layer.from] ?? layer.from, words.value(layer.value))
  }
  if (trace.some(({ step }) => step === 'part' || step === 'relation')) return texts.derived
  return trace.some(({ step }) => step === 'role') ? general : texts.nobody
}
