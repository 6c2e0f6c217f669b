/** The widths of frames, in pixels: a phone, a tablet, a desktop. */
export const WIDTHS = [390, 820, 1280] as const

/** The width of a frame in pixels, or `fit` for as much as there is. */
export type FrameWidth = (typeof WIDTHS)[number] | 'fit'

/** The widths of the frames that an address asks for; one that fits without any. */
export function chosenWidths(asked: readonly string[] | undefined): readonly FrameWidth[] {
  const chosen = WIDTHS.filter(width => asked?.includes(String(width)))
  return chosen.length > 0 ? chosen : ['fit']
}
