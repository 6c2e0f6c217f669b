import type { Plugin } from 'vitest/config'

/**
 * Takes the package as a production build does. Vitest sets the condition `development`, in which gates
 * report mistakes without being told to; `strict-by-default.node.test.ts` is about that.
 */
export function asInProduction(): Plugin {
  return {
    name: 'as-in-production',
    configResolved({ resolve, ssr, environments }) {
      for (const { conditions } of [
        resolve,
        ssr.resolve ?? {},
        ...Object.values(environments).map(environment => environment.resolve),
      ] as { conditions?: string[] }[]) {
        const at = conditions?.indexOf('development|production') ?? -1
        if (at >= 0) conditions?.splice(at, 1)
      }
    },
  }
}
