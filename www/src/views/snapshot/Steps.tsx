import { Check, Minus, X } from 'lucide-react'
import { useTexts } from '../../language/LanguageContext.ts'
import { keepCatalog } from '../../scenario/catalogs.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { snapshotTexts } from './texts.ts'
import { type Refusal, STEPS, type StepId, type Verification } from './verify.ts'

interface Props {
  readonly verification: Verification | null
  /** Called when a catalog was dropped. */
  readonly onCatalog: () => void
}

/** The steps of the verification: which hold, which one does not, and which were not looked at. */
export function Steps({ verification, onCatalog }: Props) {
  const texts = useTexts(snapshotTexts)
  const isMissing = [verification?.refusal, verification?.refusalAtIssue].some(
    refusal => refusal?.code === 'ERR_CATALOG_MISMATCH',
  )
  return (
    <section className="card steps" aria-labelledby="steps">
      <h2 id="steps">{texts.verification}</h2>
      {!verification && <p className="empty">{texts.waiting}</p>}
      {verification && (
        <ol>
          {STEPS.map(step => (
            <Step key={step} step={step} verification={verification} />
          ))}
        </ol>
      )}
      {isMissing && (
        <FileDrop
          label={texts.dropCatalog}
          help={texts.dropCatalogHelp}
          onFile={({ text }) => void keepCatalog(text).then(onCatalog, () => {})}
        />
      )}
    </section>
  )
}

interface StepProps {
  readonly step: StepId
  readonly verification: Verification
}

function Step({ step, verification }: StepProps) {
  const texts = useTexts(snapshotTexts)
  const { removed, around, isPem, isUnchecked } = verification
  const leftOut = [...removed.map(kind => texts.leftOut[kind]), around].filter(Boolean)
  const { result, refusal } = resultOf(step, verification)
  const Icon = { passed: Check, failed: X, open: Minus }[result]
  return (
    <li className={`step ${result}`} data-step={step} data-result={result}>
      <span className="step-icon">
        <Icon aria-hidden size={15} />
      </span>
      <div>
        <p>
          {texts.steps[step]} <span className="step-result">{texts[result]}</span>
        </p>
        {refusal && (
          <p className="step-note">
            <code>{refusal.code}</code> <span lang="en">{refusal.message}</span>
          </p>
        )}
        {step === 'text' && leftOut.length > 0 && (
          <p className="step-note">{texts.removed(leftOut.join(', '))}</p>
        )}
        {step === 'keys' && isPem && <p className="step-note">{texts.pem}</p>}
        {step === 'claims' && isUnchecked && result === 'passed' && (
          <p className="step-note">{texts.unchecked}</p>
        )}
      </div>
    </li>
  )
}

/** Whether a step holds. After an end in time, the rest was looked at as of issue. */
function resultOf(
  step: StepId,
  { refusal, refusalAtIssue }: Verification,
): { readonly result: 'passed' | 'failed' | 'open'; readonly refusal: Refusal | null } {
  const index = STEPS.indexOf(step)
  if (refusal?.step === step) return { result: 'failed', refusal }
  const last = refusal?.step === 'time' ? refusalAtIssue : refusal
  if (last?.step === step) return { result: 'failed', refusal: last }
  const isAfter = last !== null && index > STEPS.indexOf(last.step)
  return { result: isAfter ? 'open' : 'passed', refusal: null }
}
