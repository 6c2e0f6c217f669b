import { Bug, RotateCw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { interfaceLanguage } from '../language/languages.ts'
import { Button } from '../ui/Button.tsx'
import { StateMessage } from './StateMessage.tsx'
import { stateTexts } from './texts.ts'

interface Props {
  readonly children: ReactNode
}

/** Shows an error that was thrown during rendering, instead of a blank page. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    // What failed may be what knows the language, so the page says it.
    const texts = stateTexts[interfaceLanguage(document.documentElement.lang)]
    return (
      <main className="full-page">
        <StateMessage icon={Bug} tone="bad" title={texts.broken}>
          <p>
            {texts.error}: <span lang="en">{error.message}</span>
          </p>
          <Button variant="solid" icon={RotateCw} onPress={() => location.reload()}>
            {texts.retry}
          </Button>
        </StateMessage>
      </main>
    )
  }
}
