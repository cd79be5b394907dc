interface Surroundings {
  title: string
  /** What can be seen, for who cannot see it. */
  sentence: string
  legend: readonly { label: string; colour: string }[]
}

const NAMESPACE = 'http://www.w3.org/2000/svg'
const MARGIN = 16
const LINE = 20
/** A picture is sharp on paper too. */
const SCALE = 2

/** A drawn picture as a file of its own, with its title and what its colours mean. */
export async function pictureFile(
  drawn: SVGSVGElement,
  surroundings: Surroundings,
  kind: 'svg' | 'png'
): Promise<Blob> {
  const { text, width, height } = composed(drawn, surroundings)
  const svg = new Blob([text], { type: 'image/svg+xml;charset=utf-8' })
  return kind === 'svg' ? svg : rastered(svg, width, height)
}

function composed(drawn: SVGSVGElement, { title, sentence, legend }: Surroundings) {
  const box = drawn.getBoundingClientRect()
  const style = getComputedStyle(document.documentElement)
  const font = style.getPropertyValue('--font-sans') || 'sans-serif'
  const ink = plain(getComputedStyle(document.body).color)
  const background = plain(style.getPropertyValue('--card').trim())
  const lines = wrapped(legend, box.width)
  const above = MARGIN + LINE * 1.5 + lines.length * LINE
  const width = box.width + 2 * MARGIN
  const height = box.height + above + MARGIN

  const whole = element('svg', { width, height, viewBox: `0 0 ${width} ${height}` })
  whole.setAttribute('xmlns', NAMESPACE)
  whole.append(
    named('title', title),
    named('desc', sentence),
    element('rect', { width, height, fill: background }),
    label(title, MARGIN, MARGIN + 12, { 'font-size': 16, 'font-weight': 600, 'fill': ink })
  )
  for (const { x, line, text, colour } of lines.flat()) {
    const y = MARGIN + LINE * (line + 2)
    whole.append(
      element('rect', {
        x: MARGIN + x,
        y: y - 10,
        width: 11,
        height: 11,
        rx: 3,
        fill: plain(colour),
      }),
      label(text, MARGIN + x + 17, y, { 'font-size': 12, 'fill': ink })
    )
  }
  const inner = drawn.cloneNode(true) as SVGSVGElement
  // Other programs than browsers cannot draw what is HTML inside.
  for (const html of inner.querySelectorAll('foreignObject')) html.remove()
  inner.setAttribute('x', String(MARGIN))
  inner.setAttribute('y', String(above))
  whole.append(inner)
  whole.setAttribute('font-family', font)
  const text = new XMLSerializer().serializeToString(whole)
  return { text: text.replaceAll(/oklch\([^)]*\)/g, plain), width, height }
}

/** The legend in lines that fit the picture, by a guess at how wide words are. */
function wrapped(legend: Surroundings['legend'], width: number) {
  const lines: { x: number; line: number; text: string; colour: string }[][] = []
  let x = width
  for (const { label: text, colour } of legend) {
    const needed = text.length * 7 + 34
    if (x + needed > width) {
      lines.push([])
      x = 0
    }
    lines.at(-1)?.push({ x, line: lines.length - 1, text, colour })
    x += needed
  }
  return lines
}

function element(name: string, attributes: Record<string, string | number>) {
  const made = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

function named(name: string, text: string) {
  const made = element(name, {})
  made.textContent = text
  return made
}

function label(text: string, x: number, y: number, look: Record<string, string | number>) {
  const made = element('text', { x, y, ...look })
  made.textContent = text
  return made
}

/** A colour as every program reads it: drawn once and looked at. */
function plain(colour: string): string {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data
  return `rgb(${red}, ${green}, ${blue})`
}

async function rastered(svg: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * SCALE)
    canvas.height = Math.ceil(height * SCALE)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))),
        'image/png'
      )
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}
