import 'zone.js'
import '@angular/compiler'
import { ChangeDetectionStrategy, Component, NgZone } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { injectCan, RolegateCan, RolegateControl } from 'rolegate/angular'
import { appConfig } from './angular/config.js'
import { componentOf, config, rounds, words } from './app.mjs'
import { gate } from './gate.js'
import snapshot from './snapshot.json'

/** Shows one answer in three ways, as docs/frameworks.md says; only signals make it look again. */
class Recipe {
  can = injectCan('reports.export')
}
Component({
  selector: 'recipe-root',
  imports: [RolegateCan, RolegateControl],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `{{ can() }} <b *rolegateCan="'reports.export'; else: no">yes</b>
    <ng-template #no>no</ng-template> <a [rolegateControl]="'reports.export'"></a>`,
})(Recipe)

const app = await bootstrapApplication(componentOf(gate), config)
const providers = [...config.providers, ...appConfig.providers]
const recipe = await bootstrapApplication(Recipe, { providers })
const shown = () => words(document.querySelector('output').textContent)
const shownByRecipe = () => {
  const root = document.querySelector('recipe-root')
  return `${words(root.textContent)} ${root.querySelector('a').dataset.gateOutcome}`
}
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
