import { parse } from 'csv-parse/sync'

const options = { relax_column_count: true, skip_empty_lines: true }

/**
 * The fields of each line that is not empty. Records never run over several lines, so a quotation
 * mark too many spoils its own line only: such a line is a sentence instead.
 */
export function splitLines(lines: readonly string[]): (string[] | string)[] {
  const filled = lines.filter((line) => line !== '')
  try {
    const records = parse(filled.join('\n'), options) as string[][]
    if (records.length === filled.length) return records
  } catch {
    // One of the lines is to blame; each by itself shows which.
  }
  return filled.map(splitLine)
}

function splitLine(line: string): string[] | string {
  try {
    const [fields] = parse(line, options) as string[][]
    return fields ?? 'The line is empty.'
  } catch (error) {
    return `The line is no CSV: ${error instanceof Error ? error.message : String(error)}.`
  }
}
