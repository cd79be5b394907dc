import { BadLine } from './bad_line.js'

const separators = [';', ',', '\t'] as const

/**
 * The cells of a line of a CSV file, by whichever of semicolon, comma and tabulator stands first in it.
 * A cell in quotation marks may hold separators, and quotation marks doubled. A record is one line.
 */
export function splitLine(line: string): string[] {
  const separator = separatorOf(line)
  return line.includes('"') ? splitQuoted(line, separator) : line.split(separator)
}

function separatorOf(line: string): string {
  const after = line.startsWith('"') ? line.indexOf('"', 1) : 0
  const places = separators
    .map((separator) => ({ separator, at: line.indexOf(separator, Math.max(after, 0)) }))
    .filter(({ at }) => at >= 0)
  return places.sort((a, b) => a.at - b.at)[0]?.separator ?? ';'
}

function splitQuoted(line: string, separator: string): string[] {
  const cells: string[] = []
  for (let at = 0; ;) {
    const quoted = line[at] === '"'
    const end = quoted ? closingQuote(line, at + 1) : line.indexOf(separator, at)
    const cell = line.slice(quoted ? at + 1 : at, end < 0 ? line.length : end)
    cells.push(quoted ? cell.replaceAll('""', '"') : cell)
    const next = quoted ? end + 1 : end
    if (next < 0 || next >= line.length) return cells
    if (line[next] !== separator) {
      throw new BadLine(`Cell ${cells.length} goes on after its closing quotation mark.`)
    }
    at = next + 1
  }
}

function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at
  }
  throw new BadLine('A quotation mark is opened and not closed.')
}
