import './node.ts'

export * from '../server/index.ts'
