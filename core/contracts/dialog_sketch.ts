/** A dialog of a tool, as far as a reader needs to know it again. */
export interface DialogSketch {
  title: string
  /** Kinds to choose among; the first is the one to choose. */
  choices?: readonly string[]
  fields: readonly { label: string; value: string }[]
  button: string
}

const WIDTH = 520
const LINE = 56

/** Draws a dialog in plain lines, in the colours of the page around it, and says what it shows. */
export function dialogSketch(sketch: DialogSketch): { svg: string; alt: string } {
  const { title, choices = [], fields, button } = sketch
  const top = choices.length ? 92 : 56
  const height = top + fields.length * LINE + 56
  const parts = [
    `<rect x="1" y="1" width="${WIDTH - 2}" height="${height - 2}" rx="8" fill="none" stroke="currentColor" stroke-opacity=".5"/>`,
    `<line x1="1" y1="40" x2="${WIDTH - 1}" y2="40" stroke="currentColor" stroke-opacity=".25"/>`,
    words(16, 26, title, 'font-weight="600"'),
    ...choices.map((choice, index) => chosen(choice, index)),
    ...fields.map(({ label, value }, index) => field(label, value, top + index * LINE)),
    `<rect x="${WIDTH - 136}" y="${height - 44}" width="120" height="30" rx="4" fill="currentColor" fill-opacity=".85"/>`,
    `<text x="${WIDTH - 76}" y="${height - 24}" text-anchor="middle" font-size="13" fill="Canvas">${plain(button)}</text>`,
  ]
  const said = fields.map(({ label, value }) => `${label}: ${value}`)
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" font-family="system-ui, sans-serif" fill="currentColor">${parts.join('')}</svg>`,
    alt: [title, ...choices.slice(0, 1), ...said, button].join('. '),
  }
}

function chosen(choice: string, index: number) {
  const x = 16 + index * 124
  const marked =
    index === 0 ? ' font-weight="700" text-decoration="underline"' : ' fill-opacity=".6"'
  return words(x, 68, short(choice, 17), marked)
}

const field = (label: string, value: string, y: number) =>
  words(16, y + 10, label, 'fill-opacity=".7"') +
  `<rect x="16" y="${y + 16}" width="${WIDTH - 32}" height="28" rx="3" fill="none" stroke="currentColor" stroke-opacity=".5"/>` +
  words(26, y + 35, short(value, 62))

const words = (x: number, y: number, text: string, more = '') =>
  `<text x="${x}" y="${y}" font-size="13" ${more}>${plain(text)}</text>`

const short = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

const plain = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
