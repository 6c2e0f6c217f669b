import { registerPanel } from '../storybook/manager.ts'

registerPanel()
