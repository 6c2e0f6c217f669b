import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../slim.ts'
