import type { Row } from '#core/contracts/scalar'
import type { FactValue } from '#core/facts/fact_store'
import { momentWriter } from '#core/reports/document/moment_writer'
import { callReader, type CallColumn } from '#core/reports/feed/call_columns'
import type { PreparedReport } from '#core/reports/prepare_report'

/** Makes a row of what was read of a call: its point, moment and key, and then its fields. */
export function callShape(
  columns: readonly CallColumn[],
  fields: readonly string[],
  report: PreparedReport
): (raw: readonly FactValue[]) => Row {
  const writers = new Map(
    report.places.map(({ id, clock }) => [id, momentWriter(clock.zone)] as const)
  )
  const elsewhere = momentWriter('UTC')
  const moment = (at: number, point: number) => (writers.get(point) ?? elsewhere)(at)
  const { type, words, catalogue, reader } = report
  const reading = { type, words, catalogue, personalFields: reader.personalFields, moment }
  const cells = columns.map(
    (column): [string, (raw: readonly FactValue[], point: number) => Row[string]] => {
      if (column.key === 'id') return ['id', (raw) => `${raw[0]}-${raw[2]}`]
      if (!column.field) return [column.key, (raw, point) => moment(Number(raw[1]), point)]
      const place = fields.indexOf(column.field) + 3
      const read = callReader(column, reading)
      return [column.key, (raw, point) => read(raw[place]!, point)]
    }
  )
  return (raw) => {
    const row: Row = {}
    const point = Number(raw[0])
    for (const [key, cell] of cells) row[key] = cell(raw, point)
    return row
  }
}
