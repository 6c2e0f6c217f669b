// In place of `storybook/preview-api`, of which the package uses the channel.

import { vi } from 'vitest'

export const channel = { emit: vi.fn(), on: vi.fn() }
export const addons = { ready: async (): Promise<typeof channel> => channel }
