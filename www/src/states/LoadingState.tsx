import { useTexts } from '../language/LanguageContext.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { stateTexts } from './texts.ts'

/** The outline of a page, without controls, until a scenario is in force. */
export function LoadingState() {
  const texts = useTexts(stateTexts)
  return (
    <div className="loading-state" aria-busy="true">
      <p className="visually-hidden" role="status">
        {texts.loading}
      </p>
      <Skeleton lines={2} />
      <div className="loading-cards">
        <Skeleton lines={3} />
        <Skeleton lines={3} />
        <Skeleton lines={3} />
      </div>
      <Skeleton lines={6} />
    </div>
  )
}
