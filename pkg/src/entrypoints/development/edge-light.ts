import { reportByDefault } from '../../strict.ts'

reportByDefault()

export * from '../edge-light.ts'
