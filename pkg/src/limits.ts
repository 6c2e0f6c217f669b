// How much of anything is taken in. What is longer never enters the engine.

// The engine's own limits; `src/limits.rs` gives the reasons.

export const TOKEN_BYTES: number = 64 * 1024
export const KEY_SET_BYTES: number = 64 * 1024
export const CATALOG_BYTES: number = 4 * 1024 * 1024
/** An application's own ids: of a person, a workspace, an issuer, a role. */
export const ID_BYTES: number = 256
export const PERMISSION_BYTES: number = 128
/** The roles that one person holds. */
export const ROLES: number = 256
export const LEEWAY_SECONDS: number = 300

// The package's own.

/** How many catalogs, and functions that find them, a gate may be given. */
export const CATALOGS: number = 16
/** How deeply a key set or the values of a role may be nested: they need 4 levels. */
export const JSON_DEPTH: number = 16
/** How many mistakes are reported: nobody reads more. */
export const REPORTS: number = 100
