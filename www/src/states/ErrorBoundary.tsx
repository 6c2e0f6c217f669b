import { Bug, RotateCw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { State } from './StateMessage.tsx'

interface Props {
  readonly children: ReactNode
}

/** A page that fails to draw says so, instead of staying blank. */
export class CrashBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className="alone">
        <State icon={Bug} tone="bad" title="This page could not be drawn">
          <p>It says: {error.message}</p>
          <Button look="solid" icon={RotateCw} onPress={() => location.reload()}>
            Try again
          </Button>
        </State>
      </main>
    )
  }
}
