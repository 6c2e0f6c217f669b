const source = `
import { createGate, GateError, isGateError, type Decision, type Gate } from 'rolegate'
import { createClient } from 'rolegate/client'
import { createGate as inlineGate } from 'rolegate/inline'
import { createGate as slimGate, provideEngine } from 'rolegate/slim'

interface Conversation { agentId: string | null }
const conversation = { assignee: (c: Conversation) => c.agentId }
const options = { keys: '', issuer: 'i', audience: 'a', catalog: '', records: { conversation } }
export const gates = [createGate(options), inlineGate(options), slimGate(options)]
const plain: Gate = createGate({ keys: '', issuer: 'i', audience: 'a', catalog: '' })
export const decision: Decision = plain.decide('x')
export const text: string = decision.allowed ? decision.code : decision.outcome
export const code = (x: unknown) => isGateError(x) ? x.code : new GateError('ERR_FETCH_FAILED', 'm').code
export const client = createClient
provideEngine(new Uint8Array())
`

const VERSIONS = ['5.0', '5.4', '5.9', '6.0', '7.0']
const RESOLUTIONS = { esnext: 'bundler', node16: 'node16', nodenext: 'nodenext' }

const STRICT = [
  '--noEmit',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--noUncheckedIndexedAccess',
  '--verbatimModuleSyntax',
  '--skipLibCheck false',
  '--target es2022',
].join(' ')

const alias = version => `typescript-${version}`

export const types = {
  types: {
    tool: 'TypeScript 5.0 to 7.0',
    packages: VERSIONS.map(version => `${alias(version)}@npm:typescript@${version}`),
    files: { 'main.ts': source },
    checks: Object.fromEntries(
      VERSIONS.flatMap(version =>
        Object.entries(RESOLUTIONS).map(([module, resolution]) => [
          `${version}, ${resolution}`,
          ({ passes }) => {
            const tsc = `node node_modules/${alias(version)}/bin/tsc`
            const modules = `--module ${module} --moduleResolution ${resolution}`
            return passes(`${tsc} ${modules} ${STRICT} main.ts`)
          },
        ]),
      ),
    ),
  },
}
