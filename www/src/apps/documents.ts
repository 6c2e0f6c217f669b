import { documents } from '../products/documents/definition.ts'
import { pages } from '../products/documents/pages.ts'
import { startApp } from './start.tsx'

await startApp({ id: 'pandadoc', definition: documents, pages })
