export { createIssuer } from './issuer.ts'
export { eventsResponse } from './responses.ts'
export type {
  Issuer,
  IssuerOptions,
  Layer,
  Membership,
  PersonClaims,
  PrivateJwk,
  SnapshotRole,
  WebRequest,
  WebResponse,
} from './types.ts'
