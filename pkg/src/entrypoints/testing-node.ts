import './node.ts'

export * from '../testing/index.ts'
