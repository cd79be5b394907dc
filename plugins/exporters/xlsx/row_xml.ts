import type { CellFormat } from '#core/contracts/exporting/cell'
import type { Row } from '#core/contracts/scalar'
import { columnLetters } from './charts/charted_table.js'

const MILLISECONDS_A_DAY = 86_400_000
/** Days before 1970 as Excel counts them. */
const EXCEL_DAYS = 25_569

/**
 * Writes rows as they stand in a sheet. The library makes objects of each row and cell and looks the
 * style of each up by its text, which for a million calls is most of the work.
 *
 * @param styleOf the number of the style that shows cells in a format
 */
export function rowXml(
  formats: readonly CellFormat[],
  styleOf: (format: string) => number
): (row: Row, number: number) => string {
  const known = new Map<string, string>()
  const style = (format: string) => {
    let text = known.get(format)
    if (text === undefined) known.set(format, (text = `" s="${styleOf(format)}"`))
    return text
  }
  const cells = formats.map((format, index) => ({
    format,
    begin: `<c r="${columnLetters(index)}`,
    usual: style(format.format),
  }))
  return (row, number) => {
    let xml = `<row r="${number}">`
    for (const { format, begin, usual } of cells) {
      const held = format.value(row)
      if (held === null) continue
      const own = format.formatOf?.(row)
      const head = begin + number + (own ? style(own) : usual)
      if (typeof held === 'string') xml += `${head} t="str"><v>${escaped(held)}</v></c>`
      else {
        const days = held instanceof Date ? EXCEL_DAYS + held.getTime() / MILLISECONDS_A_DAY : held
        xml += `${head}><v>${days}</v></c>`
      }
    }
    return `${xml}</row>`
  }
}

// eslint-disable-next-line no-control-regex -- these are the signs that XML cannot hold
const SPECIAL = /[<>&"\x00-\x08\x0B\x0C\x0E-\x1F\x7F]/
const NAMED: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

const escaped = (text: string) =>
  SPECIAL.test(text) ? text.replaceAll(new RegExp(SPECIAL, 'g'), (sign) => NAMED[sign] ?? '') : text
