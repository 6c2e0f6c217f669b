import { FileClock, PenLine, RotateCcw, ShieldOff, Sparkles, Type } from 'lucide-react'
import { useState } from 'react'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { Button } from '../../ui/Button.tsx'
import { ATTEMPTS, attempt, isWorthIt, type Result } from './attempts.ts'
import { held } from './held.ts'
import { snapshotTexts } from './texts.ts'
import type { Read } from './verify.ts'

const ICONS = {
  roles: PenLine,
  entitlements: Sparkles,
  letter: Type,
  none: ShieldOff,
  wait: FileClock,
} as const

interface Props {
  readonly token: string
  readonly read: Read
  readonly onBeginAgain: () => void
}

/** Ways to try to get more rights than the snapshot gives, and what the gate answers. */
export function BreakIt({ token, read, onBeginAgain }: Props) {
  const texts = useTexts(snapshotTexts)
  const [result, setResult] = useState<Result | null>(null)
  // What was held is read before time passes: an expired gate does not tell.
  const [before] = useState(() => heldAnywhere(read))
  const isOver = result?.attempt === 'wait'
  return (
    <section className="card break-it" aria-labelledby="break-it">
      <h2 id="break-it">{texts.breakIt}</h2>
      <p className="field-help">{texts.breakHelp}</p>
      <div className="actions">
        {ATTEMPTS.map(kind => (
          <Button
            key={kind}
            icon={ICONS[kind]}
            isDisabled={isOver || !isWorthIt(kind, read)}
            onPress={() => void attempt(kind, token, read).then(setResult)}
          >
            {texts.attempts[kind]}
          </Button>
        ))}
        {isOver && (
          <Button
            icon={RotateCcw}
            variant="solid"
            onPress={() => {
              setResult(null)
              onBeginAgain()
            }}
          >
            {texts.beginAgain}
          </Button>
        )}
      </div>
      {result && <Answer result={result} read={read} before={before} />}
    </section>
  )
}

interface AnswerProps {
  readonly result: Result
  readonly read: Read
  /** The permissions that were held before. */
  readonly before: readonly string[]
}

function Answer({ result, read, before }: AnswerProps) {
  const texts = useTexts(snapshotTexts)
  const label = useLabels()
  const { catalog } = read
  const { refusal, added } = result
  const nameOf = (id: string) =>
    label((result.attempt === 'roles' ? catalog.role(id) : catalog.entitlement(id))?.label)
  if (result.attempt === 'wait') {
    return (
      <p className="break-answer" role="alert">
        {texts.afterEnd(before.length, catalog.permissions.length - before.length)}
      </p>
    )
  }
  return (
    <div className="break-answer" role="alert">
      <p>
        <strong>{refusal ? texts.refused : texts.accepted}</strong>{' '}
        {refusal && (
          <>
            <code>{refusal.code}</code> <span lang="en">{refusal.message}</span>
          </>
        )}
      </p>
      {added.length > 0 && <p>{texts.added(added.map(nameOf).join(', '))}</p>}
      {refusal && <p>{texts.stays}</p>}
    </div>
  )
}

function heldAnywhere({ claims, catalog, gate }: Read): readonly string[] {
  const views = claims.memberships.map(({ workspace }) => held(catalog, gate.in(workspace)))
  return [...new Set(views.flat())]
}
