import { Skeleton } from '../ui/Skeleton.tsx'

/** The outline of a page, without controls, while the snapshot is loading. */
export function LoadingState() {
  return (
    <div className="loading-state">
      <p className="visually-hidden" role="status">
        Loading
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
