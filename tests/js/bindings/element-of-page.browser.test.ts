import { expect, it, vi } from 'vitest'
import { loaded } from '../helpers/gates.ts'

it('says nothing of an element that stood in the page before the script gave a gate', async () => {
  const error = vi.spyOn(console, 'error')
  document.body.innerHTML = '<rolegate-can question="reports.export"><b>x</b></rolegate-can>'
  const gate = await loaded()
  const { provideGate } = await import('rolegate/element')
  expect(document.querySelector('b')?.dataset['gateOutcome']).toBe('loading')
  provideGate(gate)
  await new Promise(resolve => setTimeout(resolve, 10))
  expect(document.querySelector('b')?.dataset['gateOutcome']).toBe('hide')
  expect(error).not.toHaveBeenCalled()
})
