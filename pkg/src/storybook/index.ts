export { type ComposedStory, forEachRole, type StoryOfRole } from './for-each-role.ts'
export {
  type GateStories,
  type GateStoriesOptions,
  type GlobalType,
  gateStories,
  type Loaded,
  type StoryContext,
} from './stories.ts'
