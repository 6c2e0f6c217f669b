import './node.ts'

export * from '../storybook/index.ts'
