import { chat } from '../products/chat/definition.ts'
import { pages } from '../products/chat/pages.ts'
import { startApp } from './start.tsx'

await startApp({ id: 'adobe-dynamic-chat', definition: chat, pages })
