import { type Choices, GLOBALS, PARAMETER } from './globals.ts'

/** A story of `composeStories`, as far as it is used. */
export interface ComposedStory<Context> {
  /** Loads and renders the story. */
  run(context?: Context): Promise<void>
  /** Its globals. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Its parameters, in which {@link gateStories} has noted the catalog's roles. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** A story as one role sees it. */
export interface StoryOfRole<Context> {
  /** The role's id. */
  readonly role: string
  /** Its label. */
  readonly label: string
  /** Loads and renders the story for somebody who holds this role alone. */
  run(context?: Context): Promise<void>
}

/**
 * A story of `composeStories`, once for each role of the catalog, for visual tests.
 *
 * ```ts
 * for (const { label, run } of forEachRole(Toolbar)) {
 *   test(label, async () => {
 *     await run()
 *     await expect(document.body).toMatchScreenshot()
 *   })
 * }
 * ```
 *
 * @throws TypeError for a story whose project does not have {@link gateStories}
 */
export function forEachRole<Context extends object>(
  story: ComposedStory<Context>,
): readonly StoryOfRole<Context>[] {
  const choices = story.parameters[PARAMETER] as Choices | undefined
  if (choices === undefined) {
    throw new TypeError(
      'the story knows no roles: spread `gateStories` into `.storybook/preview.ts`, and give that to `setProjectAnnotations`',
    )
  }
  return choices.roles.map(({ id, label }) => ({
    role: id,
    label,
    run: context => {
      const globals = { ...story.globals, [GLOBALS.roles]: id }
      return story.run({ ...context, globals } as unknown as Context)
    },
  }))
}
