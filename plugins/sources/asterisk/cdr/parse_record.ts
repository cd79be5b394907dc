import { callColumns, type CallRecord } from './call_record.js'
import { layoutOf } from './layout.js'

const nothing = Object.fromEntries(callColumns.map((column) => [column, ''])) as CallRecord

/** A record from the fields of its line, or a sentence that says what is wrong with it. */
export function parseRecord(fields: readonly string[]): CallRecord | string {
  const layout = layoutOf(fields)
  if (!layout) {
    return `A call record has 16 to 21 columns with start, answer and end as its columns 10 to 12 (cdr_csv) or 9 to 11 (cdr_custom); this line has ${fields.length} columns, and its times are not there.`
  }
  const record = { ...nothing }
  layout.forEach((column, index) => {
    Object.assign(record, { [column]: fields[index] })
  })
  for (const column of ['duration', 'billsec'] as const) {
    if (!/^\d+(\.\d+)?$/.test(record[column]))
      return `"${record[column]}" is no ${column} in seconds.`
  }
  return record
}
