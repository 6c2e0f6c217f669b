import { equal } from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Installs a version of Node into `folder`, as the npm registry has it, and returns its program. */
export function nodeOf(version, folder) {
  const name = `node-${process.platform}-${process.arch}`
  const install = ['install', '--no-audit', '--no-fund', '--prefix', folder, `${name}@${version}`]
  execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] })
  const node = join(folder, 'node_modules', name, 'bin/node')
  const found = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1)
  equal(`${found}.`.startsWith(`${version}.`), true, `Node ${found} in place of ${version}`)
  return node
}
