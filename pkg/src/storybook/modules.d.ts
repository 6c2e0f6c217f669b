// The parts of Storybook that are used. Storybook itself is the reader's.

interface StorybookChannel {
  emit(event: string, ...values: unknown[]): void
  on(event: string, listener: (...values: never[]) => void): void
}

declare module 'storybook/preview-api' {
  export const addons: {
    ready(): Promise<StorybookChannel>
  }
}

declare module 'storybook/manager-api' {
  export const addons: {
    register(id: string, work: () => void): void
    add(
      id: string,
      panel: {
        readonly type: string
        readonly title: string
        readonly paramKey: string
        readonly render: (state: { readonly active?: boolean }) => unknown
      },
    ): void
  }
  export const types: { readonly PANEL: string }
  export function useChannel(
    listeners: Readonly<Record<string, (value: never) => void>>,
  ): (event: string) => void
  export function useGlobals(): readonly [
    Readonly<Record<string, unknown>>,
    (globals: Readonly<Record<string, unknown>>) => void,
  ]
  export function useParameter<T>(key: string): T | undefined
}
