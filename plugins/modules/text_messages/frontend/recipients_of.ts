/** Recipients as people paste them: a number a line, or a table whose first line names its columns. */
export interface Pasted {
  recipients: { number: string; fields?: Record<string, string> }[]
  /** Names that a text may use in braces. */
  fields: string[]
}

const dividers = ['\t', ';', ','] as const
const MOST_LETTERS = 200

export function recipientsOf(text: string): Pasted {
  const lines = text.split(/\r?\n/).filter((line) => line.trim())
  const divider = dividers.find((one) => lines[0]?.includes(one))
  if (!divider) return { recipients: lines.map((line) => ({ number: line.trim() })), fields: [] }
  const cells = lines.map((line) => line.split(divider).map(plain))
  const isNamed = !cells[0]!.some(isNumber)
  const rows = isNamed ? cells.slice(1) : cells
  const at = Math.max(0, (rows[0] ?? []).findIndex(isNumber))
  const names = isNamed ? cells[0]!.map((name) => name.replaceAll(/[^\p{L}\p{N}_]/gu, '')) : []
  const fields = names.filter((name, index) => name && index !== at)
  return {
    recipients: rows.map((row) => ({
      number: row[at] ?? '',
      fields: Object.fromEntries(
        names.flatMap((name, index) =>
          name && index !== at ? [[name, (row[index] ?? '').slice(0, MOST_LETTERS)]] : []
        )
      ),
    })),
    fields,
  }
}

const plain = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1')
const isNumber = (cell: string) => /^\+?[\d\s()./-]{7,20}$/.test(cell)
