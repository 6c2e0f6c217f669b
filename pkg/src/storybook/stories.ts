import { addons } from 'storybook/preview-api'
import { isPlain } from '../checks.ts'
import type { Gate, RegisteredRecords } from '../index.ts'
import { readCatalogFile } from '../options.ts'
import { switchableGate } from '../preview/switchable.ts'
import { gateFor } from '../testing/person.ts'
import type { PersonWithGate, TestCatalog } from '../testing/types.ts'
import { TextDecoder } from '../text.ts'
import { ASK, ASKED, Questions, type Told } from './asked.ts'
import { type Choice, type Choices, choice, GLOBALS, idsIn, NONE, PARAMETER } from './globals.ts'

/** What {@link gateStories} takes: the person of every story, and what the toolbar offers. */
export interface GateStoriesOptions<Records = RegisteredRecords> extends PersonWithGate<Records> {
  /** The workspaces that the toolbar offers. Default none: the story's own. */
  readonly workspaces?: readonly string[] | undefined
  /** The language of the labels in the toolbar, where the catalog has it. Default `en`. */
  readonly language?: string | undefined
}

/** What a loader of Storybook is given, as far as it is used. */
export interface StoryContext {
  /** The story's id. */
  readonly id: string
  /** The story's parameters; `rolegate` says what is different about the person who looks at it. */
  readonly parameters: {
    /** What is different about the person. */
    readonly rolegate?: Partial<PersonWithGate<never>>
  }
  /** What is chosen in the toolbar. */
  readonly globals: Readonly<Record<string, unknown>>
}

/** What a story finds as `loaded`. */
export interface Loaded {
  /** The gate of whoever looks at it. */
  readonly gate: Gate
}

/** An entry of the toolbar. */
export interface GlobalType {
  /** What it is for. */
  readonly description: string
  /** How it is shown. */
  readonly toolbar: {
    /** Its name. */
    readonly title: string
    /** The name of its icon. */
    readonly icon: 'user' | 'credit' | 'home'
    /** What can be chosen. */
    readonly items: {
      /** What the address of the story says. */
      readonly value: string
      /** Its name. */
      readonly title: string
    }[]
    /** Whether it shows what is chosen. */
    readonly dynamicTitle: boolean
  }
}

/** What {@link gateStories} gives: annotations of a project, for `.storybook/preview.ts`. */
export interface GateStories {
  /** The entries of the toolbar. */
  readonly globalTypes: Record<string, GlobalType>
  /** What is chosen first: what the story says. */
  readonly initialGlobals: Record<string, string>
  /** Signs and loads before a story is rendered. */
  readonly loaders: ((context: StoryContext) => Promise<Loaded>)[]
  /** What can be chosen, for the panel and for {@link forEachRole}. */
  readonly parameters: Record<string, unknown>
}

/**
 * Gives every story the gate of somebody: the annotations of a project, to be spread into what
 * `.storybook/preview.ts` exports.
 *
 * A story finds its gate as `loaded.gate`: a real one, that has loaded a really signed snapshot before the
 * first render. `parameters: { rolegate: { roles: ['manager'] } }` says who looks at a story; what is chosen
 * in the toolbar (roles, plan, workspace) goes before that, and stands in the story's address.
 *
 * ```ts
 * // .storybook/preview.ts
 * import { gateStories } from 'rolegate/storybook'
 * import catalog from '../chat.json?raw'
 *
 * export default { ...gateStories({ catalog, roles: ['agent'] }) }
 * ```
 */
export function gateStories<Records = RegisteredRecords>(
  options: GateStoriesOptions<Records>,
): GateStories {
  const { workspaces = [], language = 'en', ...person } = options
  const catalog = parsed(options.catalog)
  const choices: Choices = {
    roles: catalog.roles.map(role => choice(role, language)),
    plan: (catalog.entitlements ?? []).map(one => choice(one, language)),
    workspace: workspaces.map(id => ({ id, label: id })),
  }
  const entries = {
    [GLOBALS.roles]: entry('Roles', 'Who looks at the story', 'user', choices.roles, 'No role'),
    [GLOBALS.plan]: entry(
      'Plan',
      'What the customer has bought',
      'credit',
      choices.plan,
      'No plan',
    ),
    [GLOBALS.workspace]: entry('Workspace', 'Where they look', 'home', choices.workspace),
  }
  // What can only be one thing needs no menu.
  const globalTypes = Object.fromEntries(
    Object.entries(entries).filter(([name]) => choices[name as keyof Choices].length > 0),
  )
  return {
    globalTypes,
    initialGlobals: Object.fromEntries(Object.keys(globalTypes).map(name => [name, ''])),
    parameters: { [PARAMETER]: choices },
    loaders: [
      async ({ globals, parameters }) => {
        const chosen = { ...person, ...parameters.rolegate, ...personIn(globals) }
        const gate = await gateFor(chosen as PersonWithGate)
        const { roles = [], entitlements = [] } = chosen
        const held = { [GLOBALS.roles]: roles, [GLOBALS.plan]: entitlements }
        return { gate: followed(gate, catalog, held) }
      },
    ],
  }
}

/** What the toolbar says of the person. */
function personIn(globals: StoryContext['globals']): Partial<PersonWithGate> {
  const [roles, entitlements] = [idsIn(globals[GLOBALS.roles]), idsIn(globals[GLOBALS.plan])]
  const workspace = globals[GLOBALS.workspace]
  return {
    ...(roles && { roles }),
    ...(entitlements && { entitlements }),
    ...(typeof workspace === 'string' && workspace !== '' && { workspace }),
  }
}

/** What tells the panel of the story that was loaded last. */
let tellLatest: (() => void) | undefined

/** The same gate, whose questions the panel shows from now on. */
function followed(gate: Gate, catalog: ParsedCatalog, person: Told['person']): Gate {
  if (tellLatest === undefined)
    addons.ready().then(channel => channel.on(ASK, () => tellLatest?.()))
  let isTelling = false
  const tell = () => {
    if (isTelling) return
    isTelling = true
    // Once for all that is asked in one go.
    setTimeout(async () => {
      isTelling = false
      const channel = await addons.ready()
      // The story before may still ask while it goes.
      if (tell !== tellLatest) return
      const told: Told = { person, asked: questions.list() }
      channel.emit(ASKED, told)
    })
  }
  const questions = new Questions(gate, catalog, tell)
  tellLatest = tell
  const { load, clear, dispose } = gate
  return switchableGate(gate, { load, clear, dispose }, questions.note.bind(questions)).gate
}

function entry(
  title: string,
  description: string,
  icon: GlobalType['toolbar']['icon'],
  choices: readonly Choice[],
  none?: string,
): GlobalType {
  const items = [
    { value: '', title: `${title}: as the story says` },
    ...choices.map(({ id, label }) => ({ value: id, title: label })),
    ...(none ? [{ value: NONE, title: none }] : []),
  ]
  return { description, toolbar: { title, icon, items, dynamicTitle: true } }
}

/** What is read of a catalog. The core checks it when the first story is loaded. */
interface ParsedCatalog {
  readonly roles: readonly {
    readonly id: string
    readonly label: Readonly<Record<string, string>>
  }[]
  readonly entitlements?: ParsedCatalog['roles']
}

function parsed(catalog: TestCatalog): ParsedCatalog {
  if (isPlain(catalog)) return catalog as unknown as ParsedCatalog
  const bytes = readCatalogFile(catalog, '`catalog` must be')
  return JSON.parse(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
}
