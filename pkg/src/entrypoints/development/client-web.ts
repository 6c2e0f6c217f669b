import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../client-web.ts'
