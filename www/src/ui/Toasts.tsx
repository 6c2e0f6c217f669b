import { Check } from 'lucide-react'
import { useToasts } from './toast.ts'

/** Where toasts appear; screen readers hear them without losing their place. */
export function Toasts() {
  return (
    <div className="toasts" role="status">
      {useToasts().map(({ id, text }) => (
        <p className="toast" key={id}>
          <Check aria-hidden size={16} />
          {text}
        </p>
      ))}
    </div>
  )
}
