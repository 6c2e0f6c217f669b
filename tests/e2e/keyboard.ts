import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** The most steps from one control to the next. */
const MOST_STEPS = 45

/**
 * Goes to a control by the keyboard alone, from wherever the focus is: with Tab, and with the arrow keys
 * inside what is one stop of Tab. At every step the focus is somewhere, and can be seen.
 */
export async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  const passed: string[] = []
  for (let step = 0; step <= MOST_STEPS; step += 1) {
    const way = await control.evaluate(wayTo)
    if (way === 'there') return
    await page.keyboard.press(way)
    // A view that goes leaves the focus to the next one within a few frames.
    await expect(async () => void passed.push(await expectFocus(page))).toPass({ timeout: 5000 })
  }
  throw new Error(`${control} is more than ${MOST_STEPS} steps away:\n${passed.join('\n')}`)
}

/** Expects that the focus is on something, and can be seen there; returns what that is. */
export async function expectFocus(page: Page): Promise<string> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return { what: 'body', isSeen: false }
    // What only the page itself puts the focus on is a whole region, or a text to read next.
    const isRegion = element instanceof HTMLElement && element.tabIndex < 0
    // A frame draws it inside.
    const isFrame = element instanceof HTMLIFrameElement
    // Of a hidden input, what is around it is seen, or a part of its label.
    const label = element.closest('label')
    const shown = [element, element.parentElement, label, ...(label?.children ?? [])].filter(
      one => one !== null,
    )
    // One of a list is marked by its ground.
    const isOne = element.matches('[role="option"], [role^="menuitem"]')
    const isSeen =
      isRegion ||
      isFrame ||
      shown.some(one => {
        const style = getComputedStyle(one)
        const { width, height } = one.getBoundingClientRect()
        const isDrawn =
          style.outlineStyle !== 'none' ||
          style.boxShadow !== 'none' ||
          (isOne && style.backgroundColor !== 'rgba(0, 0, 0, 0)')
        return isDrawn && width > 1 && height > 1
      })
    const what = element.getAttribute('aria-label') ?? element.textContent ?? ''
    return { what: `${element.tagName} ${what.trim().slice(0, 60)}`, isSeen }
  })
  expect(focus, focus.what).toMatchObject({ isSeen: true })
  return focus.what
}

/** The key that leads on to an element from where the focus is; runs in the page. */
function wayTo(target: Element): string {
  const active = document.activeElement ?? document.body
  if (active === target || target.querySelector('input') === active) return 'there'
  const stops = '[role="listbox"], [role="menu"], [role="radiogroup"], [role="toolbar"]'
  const stop = active.closest(stops)
  const isBefore = Boolean(
    target.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  if (!stop?.contains(target)) return isBefore ? 'Shift+Tab' : 'Tab'
  const isRow = stop.matches('[role="toolbar"], [aria-orientation="horizontal"]')
  if (isRow) return isBefore ? 'ArrowLeft' : 'ArrowRight'
  return isBefore ? 'ArrowUp' : 'ArrowDown'
}
