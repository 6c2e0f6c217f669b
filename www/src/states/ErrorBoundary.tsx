import { Bug, RotateCw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { StateMessage } from './StateMessage.tsx'

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
    return (
      <main className="full-page">
        <StateMessage icon={Bug} tone="bad" title="This page could not be displayed">
          <p>The error is: {error.message}</p>
          <Button variant="solid" icon={RotateCw} onPress={() => location.reload()}>
            Try again
          </Button>
        </StateMessage>
      </main>
    )
  }
}
