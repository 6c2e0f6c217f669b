import type { Face } from '../products/definition.ts'
import { go } from '../selection/route.ts'
import { useScene } from '../selection/SelectionContext.ts'
import { Choice } from '../ui/SelectField.tsx'

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
