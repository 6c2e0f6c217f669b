import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../workerd.ts'
