import { Check } from 'lucide-react'
import { useToasts } from './toast.ts'

/** The area for toasts. Screen readers announce them without moving the focus. */
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
