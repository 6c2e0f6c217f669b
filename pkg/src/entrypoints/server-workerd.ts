import './workerd.ts'

export * from '../server/index.ts'
