import './node.ts'

export * from '../preview/index.ts'
