import {
  BookOpenCheck,
  Columns2,
  FlaskConical,
  Grid3x3,
  House,
  type LucideIcon,
  ScanEye,
  Ticket,
} from 'lucide-react'
import { translations } from '../language/LanguageContext.ts'

/** A view of the workbench; `path` is the first word of its address. */
export interface View {
  readonly path: '' | 'look' | 'matrix' | 'compare' | 'what-if' | 'snapshot' | 'catalog'
  readonly icon: LucideIcon
}

export const VIEWS: readonly View[] = [
  { path: '', icon: House },
  { path: 'look', icon: ScanEye },
  { path: 'matrix', icon: Grid3x3 },
  { path: 'compare', icon: Columns2 },
  { path: 'what-if', icon: FlaskConical },
  { path: 'snapshot', icon: Ticket },
  { path: 'catalog', icon: BookOpenCheck },
]

export const viewNames = translations<Readonly<Record<View['path'], string>>>({
  en: {
    '': 'Start',
    look: 'Look',
    matrix: 'Matrix',
    compare: 'Compare',
    'what-if': 'What if',
    snapshot: 'Snapshot',
    catalog: 'Catalog',
  },
  nl: {
    '': 'Start',
    look: 'Bekijken',
    matrix: 'Matrix',
    compare: 'Vergelijken',
    'what-if': 'Wat als',
    snapshot: 'Momentopname',
    catalog: 'Catalogus',
  },
})
