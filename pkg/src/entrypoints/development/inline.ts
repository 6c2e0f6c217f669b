import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../inline.ts'
