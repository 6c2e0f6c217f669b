/** A table to take away: a head, and rows of as many cells. */
export interface TableFile {
  /** The name of the file, without an ending. */
  readonly name: string
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Comma-separated values (RFC 4180). */
export function csvOf({ head, rows }: TableFile): string {
  return [head, ...rows].map(row => `${row.map(csvCell).join()}\r\n`).join('')
}

export function markdownOf({ title, head, rows }: TableFile): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownCell).join(' | ')} |\n`
  return `# ${title}\n\n${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}`
}

/** A picture, in the colours of the page. */
export async function pngOf({ title, head, rows }: TableFile): Promise<Blob> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no pictures')
  const style = getComputedStyle(document.body)
  const font = (weight: number, size = 13) => `${weight} ${size}px ${style.fontFamily}`
  context.font = font(600)
  const widths = head.map((name, column) => {
    const texts = [name, ...rows.map(row => row[column] ?? '')]
    return Math.ceil(Math.max(...texts.map(text => context.measureText(text).width))) + 2 * PADDING
  })
  const width = widths.reduce((sum, one) => sum + one, 0)
  const height = TITLE + ROW * (rows.length + 1)
  const scale = Math.min(2, Math.sqrt(MOST_PIXELS / (width * height)))
  canvas.width = Math.ceil(width * scale)
  canvas.height = Math.ceil(height * scale)
  context.scale(scale, scale)
  context.fillStyle = getComputedStyle(document.documentElement).backgroundColor
  context.fillRect(0, 0, width, height)
  context.fillStyle = style.color
  context.textBaseline = 'middle'
  context.font = font(600, 17)
  context.fillText(title, PADDING, TITLE / 2)
  for (const [index, row] of [head, ...rows].entries()) {
    const top = TITLE + ROW * index
    context.globalAlpha = 0.18
    context.fillRect(0, top, width, 1)
    context.globalAlpha = 1
    context.font = font(index === 0 ? 600 : 400)
    let left = 0
    for (const [column, text] of row.entries()) {
      context.fillText(text, left + PADDING, top + ROW / 2)
      left += widths[column] ?? 0
    }
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob(blob => (blob ? resolve(blob) : reject(new Error('the picture is too large'))))
  })
}

/** Gives a file to the reader. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken the content by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const PADDING = 12
const TITLE = 56
const ROW = 28
/** More than any browser refuses to draw. */
const MOST_PIXELS = 60_000_000

/** A spreadsheet takes what begins with these for a formula. */
const FORMULA = /^[=+\-@\t\r]/

function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function markdownCell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s*\n\s*/g, ' ')
}
