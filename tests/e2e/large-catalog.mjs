/**
 * A catalog of switches in areas of 25, of which each role holds fewer than the one before. The benchmark of
 * the workbench uses it, too, which Node runs as it is.
 *
 * @param {string} id
 * @param {number} permissions
 * @param {number} roles
 */
export function largeCatalog(id, permissions, roles) {
  const ids = Array.from({ length: permissions }, (_, index) => `p-${index}`)
  return {
    format: 1,
    id,
    label: { en: 'Large' },
    areas: Array.from({ length: permissions / 25 }, (_, area) => ({
      id: `area-${area}`,
      label: { en: `Area ${area}` },
      permissions: ids
        .slice(area * 25, area * 25 + 25)
        .map(id => ({ id, label: { en: `Permission ${id}` }, values: 'switch' })),
    })),
    roles: Array.from({ length: roles }, (_, role) => ({
      id: `role-${role}`,
      label: { en: `Role ${role}` },
      values: Object.fromEntries(
        ids.filter((_, index) => index % (role + 1) === 0).map(id => [id, 'on']),
      ),
    })),
  }
}
