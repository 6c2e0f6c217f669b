import { FlaskConical } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTexts } from '../../language/LanguageContext.ts'
import { Button } from '../../ui/Button.tsx'
import { FileButton } from '../../ui/FileButton.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BreakIt } from './BreakIt.tsx'
import { makeExample } from './example.ts'
import { Reading } from './Reading.tsx'
import { Steps } from './Steps.tsx'
import { snapshotTexts } from './texts.ts'
import { type Pasted, type Verification, verify } from './verify.ts'

const EMPTY: Pasted = { text: '', keys: '', issuer: '', audience: '' }

/** Reads a real snapshot: verifies it step by step, says what it says, and looks as its person. */
export function SnapshotView() {
  const texts = useTexts(snapshotTexts)
  const [pasted, setPasted] = useState(EMPTY)
  const [turn, setTurn] = useState(0)
  const verification = useVerification(pasted, turn)
  const set = (part: Partial<Pasted>) => setPasted(before => ({ ...before, ...part }))
  return (
    <div className="snapshot">
      <header className="view-header">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </header>
      <div className="snapshot-columns">
        <form className="snapshot-form" onSubmit={event => event.preventDefault()}>
          <TextArea
            label={texts.token}
            description={texts.tokenHelp}
            value={pasted.text}
            onChange={text => set({ text })}
          />
          <FileButton label={texts.tokenFile} onText={text => set({ text })} />
          <TextArea
            label={texts.keys}
            description={texts.keysHelp}
            value={pasted.keys}
            onChange={keys => set({ keys })}
          />
          <FileButton label={texts.keysFile} onText={keys => set({ keys })} />
          <fieldset>
            <legend>{texts.expected}</legend>
            <TextField
              label={texts.issuer}
              value={pasted.issuer}
              onChange={issuer => set({ issuer })}
            />
            <TextField
              label={texts.audience}
              value={pasted.audience}
              onChange={audience => set({ audience })}
            />
            <p className="field-help">{texts.expectedHelp}</p>
          </fieldset>
          <div className="actions">
            <Button
              icon={FlaskConical}
              onPress={() => void makeExample().then(example => setPasted(example))}
            >
              {texts.example}
            </Button>
            <Button variant="plain" onPress={() => setPasted(EMPTY)}>
              {texts.clear}
            </Button>
          </div>
        </form>
        <div className="snapshot-result">
          <Steps verification={verification} onCatalog={() => setTurn(turn + 1)} />
          {verification?.read && (
            <>
              <Reading verification={verification} read={verification.read} />
              <BreakIt
                key={verification.token}
                token={verification.token}
                read={verification.read}
                onBeginAgain={() => setTurn(turn + 1)}
              />
            </>
          )}
        </div>
      </div>
    </div>
  )
}

/** The verification of what is pasted; `null` without a token or keys. Another turn begins it again. */
function useVerification(pasted: Pasted, turn: number): Verification | null {
  const [verification, setVerification] = useState<Verification | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another turn verifies again
  useEffect(() => {
    let isLate = false
    if (pasted.text.trim() === '' || pasted.keys.trim() === '') return setVerification(null)
    void verify(pasted).then(result => !isLate && setVerification(result))
    return () => {
      isLate = true
    }
  }, [pasted, turn])
  return verification
}
