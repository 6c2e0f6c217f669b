export { createClient } from './client.ts'
export { serverEvents } from './events.ts'
export type {
  Address,
  BodyReader,
  Client,
  ClientActivity,
  ClientOptions,
  ClientStatus,
  EventFeed,
  EventHearer,
  Fetch,
  Identity,
  Logger,
  RequestOptions,
  ServerAnswer,
  Signal,
  TokenAnswer,
  TokenRequest,
  TokenStorage,
} from './types.ts'
