import { keep } from '../memory.ts'
import type { PreviewableGate } from '../previewable.ts'

const NAME = 'rolegate-preview'

/** What {@link mountPreview} takes besides the gate. */
export interface MountOptions {
  /** The panel's language, `en` or `nl`. By default that of the page, or else of the browser. */
  readonly language?: string | undefined
  /** `light` or `dark`. By default what the person has chosen for their system. */
  readonly theme?: 'light' | 'dark' | undefined
  /**
   * The lower corner of the page for the panel and its button. By default that where lines end. Whoever
   * looks at the page may move them to the other one.
   */
  readonly side?: 'left' | 'right' | undefined
}

/**
 * Puts the panel into the page, as the element `<rolegate-preview>`: a button that opens it, and during a
 * preview a banner that says who is shown and who the server still knows, with the way out.
 *
 * A preview lasts as long as the tab: after a reload the gate answers nothing until the same scenario is shown
 * again. Without previews, and outside a page, nothing happens. The panel is loaded when it is put there.
 *
 * @returns what takes the panel out of the page; a preview goes on
 */
export async function mountPreview(
  gate: PreviewableGate,
  { language, theme, side }: MountOptions = {},
): Promise<() => void> {
  const { preview } = gate
  if (preview === undefined || globalThis.document === undefined) return () => {}
  const { PreviewElement } = await import('./element.ts')
  if (!customElements.get(NAME)) customElements.define(NAME, PreviewElement)
  const panel = document.createElement(NAME)
  if (language) panel.setAttribute('language', language)
  if (theme) panel.setAttribute('theme', theme)
  if (side) panel.setAttribute('side', side)
  // Of another copy of the package it is another class, with the same property.
  Object.assign(panel, { gate })
  document.body.append(panel)
  const forget = preview.subscribe(() => keep(preview.scenario))
  return () => {
    forget()
    panel.remove()
  }
}
