// S. Past the claims: snapshots that do not fit the format or the catalog.
import * as t from './tokens.mjs'

const INVALID = 'ERR_SNAPSHOT_INVALID'
const MISMATCH = 'ERR_CATALOG_MISMATCH'
const { saying } = t

export function formats() {
  const g = t.group('S', 'format and catalog')
  const invalid = (name, changes) => g.refuse(name, INVALID, saying(changes))
  const membership = changes => ({ memberships: [{ ...t.CLAIMS.memberships[0], ...changes }] })

  g.line(156)
  invalid('fmt-missing', { fmt: undefined })
  invalid('fmt-newer', { fmt: 2 })
  invalid('fmt-zero', { fmt: 0 })
  invalid('fmt-string', { fmt: '1' })
  invalid('fmt-null', { fmt: null })
  invalid('catalog-missing', { catalog: undefined })
  invalid('catalog-string', { catalog: 'corpus' })
  invalid('catalog-unknown-member', { catalog: { ...t.CLAIMS.catalog, version: 2 } })
  invalid('catalog-digest-short', { catalog: { id: 'corpus', sha256: 'AAAA' } })
  invalid('catalog-digest-in-hex', {
    catalog: { id: 'corpus', sha256: t.sha256(t.CATALOG).toString('hex') },
  })
  invalid('catalog-digest-padded', {
    catalog: { id: 'corpus', sha256: `${t.CLAIMS.catalog.sha256}=` },
  })
  g.refuse(
    'catalog-of-another-product',
    MISMATCH,
    saying({ catalog: { ...t.CLAIMS.catalog, id: 'userlike' } }),
  )
  g.refuse(
    'catalog-of-another-version',
    MISMATCH,
    saying({ catalog: { id: 'corpus', sha256: t.b64(t.sha256('another')) } }),
  )
  g.line(157)
  invalid('memberships-missing', { memberships: undefined })
  invalid('memberships-null', { memberships: null })
  invalid('memberships-object', { memberships: { w1: ['admin'] } })
  invalid('membership-unknown-member', membership({ admin: true }))
  invalid('membership-workspace-missing', { memberships: [{ roles: ['viewer'] }] })
  invalid('membership-workspace-empty', membership({ workspace: '' }))
  invalid('membership-workspace-twice', {
    memberships: [t.CLAIMS.memberships[0], t.CLAIMS.memberships[0]],
  })
  invalid('membership-role-unknown', membership({ roles: ['owner'] }))
  invalid('membership-role-of-javascript', membership({ roles: ['constructor'] }))
  invalid('membership-role-not-a-string', membership({ roles: [1] }))
  invalid('membership-roles-string', membership({ roles: 'viewer' }))
  invalid(
    'membership-layers-where-none-are',
    membership({ layers: [{ from: 'user', values: { 'reports.export': 'on' } }] }),
  )
  invalid('membership-filters-where-none-are', membership({ filters: [{ groups: ['g1'] }] }))
  invalid('entitlement-unknown', { entitlements: ['gold'] })
  invalid('entitlements-object', { entitlements: { prime: true } })
  invalid('role-edit-of-a-fixed-value', {
    roles: [{ id: 'viewer', values: { 'reports.export': 'on' } }],
  })
  invalid('role-edit-of-an-unknown-permission', {
    roles: [{ id: 'admin', values: { 'reports.delete': 'on' } }],
  })
  invalid('role-twice', {
    roles: [
      { id: 'admin', values: {} },
      { id: 'admin', values: {} },
    ],
  })
  invalid('roles-null', { roles: null })
  g.accept('entitlements-missing', saying({ entitlements: undefined }))
  g.add('two-memberships', {
    token: saying({
      memberships: [t.CLAIMS.memberships[0], { workspace: 'w2', roles: ['admin'] }],
    }),
    workspace: 'w2',
    allow: 'reports.export',
  })
  g.add('membership-role-repeated', {
    token: saying(membership({ roles: ['viewer', 'viewer'] })),
    allow: 'reports.view',
    deny: 'reports.export',
  })
  g.add('role-edit-as-unlocked', {
    token: saying({ ...t.ADMIN, roles: [{ id: 'admin', values: { 'reports.export': 'off' } }] }),
    allow: 'reports.view',
    deny: 'reports.export',
  })
  g.add('entitlement-held', {
    token: saying({ ...t.ADMIN, entitlements: ['prime'] }),
    allow: 'reports.share',
  })
  g.add('entitlement-repeated', {
    token: saying({ ...t.ADMIN, entitlements: ['prime', 'prime'] }),
    allow: 'reports.share',
  })
  g.add('entitlement-not-held', {
    token: saying(t.ADMIN),
    allow: 'reports.export',
    deny: 'reports.share',
  })
  return g
}
