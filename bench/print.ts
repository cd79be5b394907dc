const WIDTHS = [62, 14, 14, 28]

const shown = (value: unknown) => {
  if (value === undefined) return ''
  return typeof value === 'number' ? value.toFixed(value < 100 ? 1 : 0) : String(value)
}

/** A line of the report. */
export function printRow(...cells: unknown[]) {
  const line = cells.map((cell, index) =>
    index === 0 ? shown(cell).padEnd(WIDTHS[0]) : shown(cell).padStart(WIDTHS[index])
  )
  process.stdout.write(`${line.join('')}\n`)
}

/** The heading of a part of the report. */
export function printTitle(...cells: string[]) {
  process.stdout.write('\n')
  printRow(...cells)
  process.stdout.write(`${'─'.repeat(90)}\n`)
}
