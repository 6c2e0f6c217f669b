/** What can be put side by side. */
export const KINDS = ['roles', 'people', 'plans', 'versions'] as const
export type Kind = (typeof KINDS)[number]
