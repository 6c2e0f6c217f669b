import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../web.ts'
