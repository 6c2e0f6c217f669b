import {
  Check,
  CircleDashed,
  CircleHelp,
  Eye,
  Lock,
  type LucideIcon,
  Minus,
  Sparkles,
} from 'lucide-react'
import type { CellKind } from './answers.ts'

const SIGNS: Readonly<Record<CellKind, LucideIcon>> = {
  on: Check,
  read: Eye,
  some: CircleDashed,
  offered: Sparkles,
  locked: Lock,
  off: Minus,
  open: CircleHelp,
}

/** The sign of a kind of cell; a word stands beside it. */
export function Sign({ kind }: { readonly kind: CellKind }) {
  const Icon = SIGNS[kind]
  return <Icon aria-hidden size={15} strokeWidth={2.2} className="sign" />
}
