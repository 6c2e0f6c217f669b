import 'zone.js'
import '@angular/compiler'
import { ChangeDetectionStrategy, Component, inject, NgZone } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { RIGHTS } from './angular/rights.js'
import { componentOf, config, rounds, words } from './app.mjs'
import { gate } from './gate.js'
import snapshot from './snapshot.json'

/** Shows one answer, as docs/frameworks.md says; only a signal makes it look again. */
class Recipe {
  rights = inject(RIGHTS)
}
Component({
  selector: 'recipe-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ rights().can('reports.export') }}`,
})(Recipe)

const app = await bootstrapApplication(componentOf(gate), config)
const recipe = await bootstrapApplication(Recipe, config)
const shown = () => words(document.querySelector('output').textContent)
const shownByRecipe = () => words(document.querySelector('recipe-root').textContent)
const zone = app.injector.get(NgZone)

await app.whenStable()
const before = shown()
const recipeBefore = shownByRecipe()
await zone.run(() => gate.load(snapshot.token))
// Stable though a listener waits for the end of the snapshot.
await app.whenStable()
await recipe.whenStable()
const pending = { micro: zone.hasPendingMicrotasks, macro: zone.hasPendingMacrotasks }
document.title = JSON.stringify({
  before,
  after: shown(),
  recipe: [recipeBefore, shownByRecipe()],
  pending,
  rounds: rounds.count,
})
