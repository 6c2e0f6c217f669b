import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Level } from 'rolegate'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { roleValue } from '../../scenario/DisplayCatalog.ts'
import { rolesOf } from '../../scenario/roles.ts'
import type { InForce } from '../../scenario/Scene.ts'
import { useScene } from '../../scenario/useScene.ts'
import { useWorkbench } from '../../scenario/WorkbenchProvider.tsx'
import { Button } from '../../ui/Button.tsx'
import { PromptDialog } from '../../ui/PromptDialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { allowedValues } from './allowed.ts'
import { newRoleFor, withRoleValue } from './edits.ts'
import { whatIfTexts } from './texts.ts'
import { Values } from './Values.tsx'

/** Changes a role, among the values that a customer may choose. */
export function RoleEditor({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(whatIfTexts)
  const label = useLabels()
  const { address, go, change } = useWorkbench()
  const { catalog, scenario } = inForce
  const roles = rolesOf(catalog, scenario.customRoles)
  const asked = address.item ?? scenario.roles[0] ?? roles[0]?.id
  const role = roles.find(({ id }) => id === asked)
  // What may be chosen does not depend on who looks: somebody with every role is asked.
  const editor = useMemo(
    () => ({
      ...scenario,
      roles: catalog.roles.map(({ id }) => id),
      entitlements: catalog.entitlements.map(({ id }) => id),
    }),
    [catalog, scenario],
  )
  const { inForce: edited } = useScene(plainRecords, catalog, editor)
  return (
    <>
      <div className="values-tools">
        <SelectField
          label={texts.role}
          options={roles.map(({ id, label: name }) => ({ id, label: label(name) }))}
          value={asked ?? ''}
          placeholder={asked ?? ''}
          onChange={item => go({ item }, { replace: true })}
        />
        {catalog.hasCustomRoles && <NewRole inForce={inForce} />}
      </div>
      {role && !edited && <Skeleton lines={8} />}
      {role && edited && (
        <Values
          catalog={catalog}
          lookUp={permission => {
            const value = roleValue(role, permission.id)
            const shipped = catalog.role(role.id)
            return {
              value,
              choices: allowedValues(edited.gate, catalog, role, permission),
              isChanged: shipped !== undefined && roleValue(shipped, permission.id) !== value,
            }
          }}
          onChange={(permission, value) =>
            change(withRoleValue(catalog, scenario, role.id, permission, value as Level), {
              replace: true,
            })
          }
        />
      )}
    </>
  )
}

const plainRecords = () => ({})

/** Adds a role of the customer's own. */
function NewRole({ inForce }: { readonly inForce: InForce }) {
  const texts = useTexts(whatIfTexts)
  const label = useLabels()
  const { address, go } = useWorkbench()
  const [isOpen, setOpen] = useState(false)
  const { catalog, scenario } = inForce
  const { customRoles, entitlements } = scenario
  const needed = newRoleFor(catalog, scenario, '').entitlements.slice(entitlements.length)
  const names = needed.map(id => label(catalog.entitlement(id)?.label)).join(' + ')
  return (
    <>
      <Button icon={Plus} onPress={() => setOpen(true)}>
        {names ? texts.newRoleWith(names) : texts.newRole}
      </Button>
      <PromptDialog
        title={texts.newRoleTitle}
        label={texts.name}
        action={texts.add}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onSubmit={name => {
          const { role, entitlements } = newRoleFor(catalog, scenario, name)
          const parts = { customRoles: [...customRoles, role], entitlements }
          go({ item: role.id, scenario: { ...address.scenario, ...parts } })
        }}
      />
    </>
  )
}
