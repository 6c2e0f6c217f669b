import { Skeleton } from '../ui/Skeleton.tsx'

/** While the snapshot is on its way: the shape of a page, and nothing that could be pressed. */
export function LoadingState() {
  return (
    <div className="loading-state">
      <p className="unseen" role="status">
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
