import { useCallback, useEffect, useState } from 'react'
import { useGate } from 'rolegate/react'
import { api } from './api.js'
import { catalog, labelOf } from './client.js'

const permissions = catalog.areas.flatMap(area => area.permissions.map(({ id }) => id))

/** Who has which role, and what the roles allow; what the gate lets this person change, they change. */
export function Team({ workspace, client, me }) {
  const [people, setPeople] = useState([])
  const { roles } = useGate()
  const look = useCallback(
    async () => setPeople(await api('GET', `${workspace}/team`)),
    [workspace],
  )
  useEffect(() => {
    look()
  }, [look])
  const change = async (path, body) => {
    await api('PUT', `${workspace}/${path}`, body).catch(client.invalidate)
    await look()
  }
  return (
    <section>
      <h2>Team</h2>
      <ul>
        {people.map(({ id, name, role }) => {
          const assignment = { target: [role], self: id === me.id }
          const others = roles.canAssign(role, assignment) ? roles.assignable(assignment) : []
          return (
            <li key={id}>
              <label>
                {name}{' '}
                <select
                  value={role}
                  disabled={others.length === 0}
                  onChange={event => change(`team/${id}/role`, { role: event.target.value })}
                >
                  {catalog.roles
                    .filter(one => one.id === role || others.includes(one.id))
                    .map(one => (
                      <option key={one.id} value={one.id}>
                        {one.label.en}
                      </option>
                    ))}
                </select>
              </label>
            </li>
          )
        })}
      </ul>
      {catalog.roles
        .filter(({ id }) => roles.canEdit(id))
        .map(role => (
          <fieldset key={role.id}>
            <legend>What the role {role.label.en} allows</legend>
            {permissions
              .filter(permission => roles.allowedValues(role.id, permission).length > 1)
              .map(permission => (
                <fieldset key={permission}>
                  <legend>{labelOf(permission)}</legend>
                  {roles.allowedValues(role.id, permission).map(value => (
                    <button
                      key={value}
                      type="button"
                      onClick={() => change(`roles/${role.id}/${permission}`, { value })}
                    >
                      {value}
                    </button>
                  ))}
                </fieldset>
              ))}
          </fieldset>
        ))}
    </section>
  )
}
