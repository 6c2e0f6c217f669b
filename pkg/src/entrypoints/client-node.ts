import './node.ts'

export * from '../client/index.ts'
