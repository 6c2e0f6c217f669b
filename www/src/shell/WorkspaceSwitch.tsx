import { useScene } from '../demo/DemoContext.ts'
import { go } from '../route.ts'
import { Choice } from '../ui/Choice.tsx'
import type { Face } from './section.ts'

/** Where the person is looking, for those who are members in several places. */
export function WorkspaceSwitch({ face }: { readonly face: Face }) {
  const { person, membership, route } = useScene()
  const name = (id: string) => face.workspaces?.[id] ?? id
  if (!face.workspaces) return null
  if (person.memberships.length === 1) {
    return <p className="workspace-only">{name(membership.workspace)}</p>
  }
  return (
    <div className="workspace-switch">
      <Choice
        label="Workspace"
        options={person.memberships.map(({ workspace }) => ({
          id: workspace,
          label: name(workspace),
        }))}
        value={membership.workspace}
        onChange={workspace => go(route, { workspace, item: '' })}
      />
    </div>
  )
}
