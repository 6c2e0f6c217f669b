import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../node.ts'
