import './edge-light.ts'

export * from '../server/index.ts'
