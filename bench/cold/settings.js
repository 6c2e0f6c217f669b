// What both pages know when they are built.

export const issuer = 'https://bench.example'
export const audience = 'bench'
export const typ = 'role-snapshot+jwt'
/** A permission that the person has, and one that they lack. */
export const asked = { granted: 'message-center', denied: 'contacts.delete' }

/** Tells whoever measures the page when it could answer. */
export function answered(granted, denied) {
  globalThis.answer = { at: performance.now(), granted, denied }
}
