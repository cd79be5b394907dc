import type { ColumnInfo, ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'

const column = (
  key: string,
  unit: ColumnInfo['unit'],
  consistsOf: ColumnInfo['consistsOf'] = []
): ColumnInfo => ({
  key,
  label: `${key} på svenska`,
  description: `Vad ${key} är`,
  unit,
  consistsOf,
})

const columns = [
  column('interval', 'text'),
  column('intervalLabel', 'text'),
  column('object', 'phone'),
  column('objectName', 'text'),
  column('incoming', 'count', [['answered', 'abandoned']]),
  column('answered', 'count'),
  column('abandoned', 'count'),
  column('meanAnswerTime', 'seconds'),
  column('answeredShare', 'percent'),
  column('perHour', 'number'),
  column('lastCall', 'time'),
  column('lastOutcome', 'text'),
]

const names = ['Växel Åmål', 'Jõgeva', 'Liepāja', '=SUM(A1:A9)', 'a "quoted"; name,\nof two lines']
const numbers = ['+46701234567', '0701234567', null]

/** A row of each kind by turns: with and without values, long and short, in letters of four languages. */
function row(index: number): Row {
  const answered = index % 7
  return {
    interval: `${String(index % 24).padStart(2, '0')}:00`,
    intervalLabel: `${index % 24}:00–${(index % 24) + 1}:00`,
    object: numbers[index % numbers.length]!,
    objectName: names[index % names.length]!,
    incoming: answered + 2,
    answered,
    abandoned: 2,
    meanAnswerTime: answered === 0 ? null : 3723.456 / answered,
    answeredShare: answered === 0 ? null : (answered / (answered + 2)) * 100,
    perHour: index * 1.5,
    lastCall: index % 5 === 0 ? null : '2026-01-31T23:59:59.000Z',
    lastOutcome: index % 5 === 0 ? null : 'Besvarat',
  }
}

function table(name: string, rows: number): ReportTable {
  return {
    name,
    columns,
    rows: {
      async *[Symbol.asyncIterator]() {
        for (let index = 0; index < rows; index++) yield row(index)
      },
    },
    count: async () => rows,
    total: { ...row(3), interval: null, intervalLabel: null, object: null, objectName: null },
  }
}

/** A report with everything that an exporter must manage, its rows divided between its tables. */
export function aReport(wanted: {
  rows: number
  intervals: number
  specification: boolean
  locale: string
}): ReportDocument {
  const tables = wanted.intervals + (wanted.specification ? 1 : 0)
  const share = Math.floor(wanted.rows / tables)
  const rest = wanted.rows - share * (tables - 1)
  const made = Array.from({ length: tables }, (_, index) =>
    // Two tables of one name, and one with signs that a sheet's name cannot have.
    table(['Tid', 'Tid', 'Vecka [2026]/05: *?'][index % 3]!, index === 0 ? rest : share)
  )
  return {
    title: 'Köer & växlar',
    asOf: new Date('2026-02-01T08:00:00Z'),
    zones: ['Europe/Stockholm'],
    locale: wanted.locale,
    period: { from: '2026-01-01', to: '2026-01-31', description: 'januari 2026, 07:00–18:00' },
    notes: ['Servicenivå: besvarade inom gränsen av besvarade, ej besvarade och vidarekopplade'],
    intervals: made.slice(0, wanted.intervals),
    ...(wanted.specification && { specification: made.at(-1)! }),
    charts: [{ kind: 'stack', columns: ['answered', 'abandoned'], line: 'meanAnswerTime' }],
  }
}
