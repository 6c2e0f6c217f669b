import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../client-node.ts'
