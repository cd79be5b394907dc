import { definePlugin } from '#core/contracts/plugin'
import { writeCsv } from './write_csv.js'

export default definePlugin({
  kind: 'exporter',
  key: 'csv',
  label: 'CSV (.csv)',
  description: 'One table as text, for spreadsheets or for other systems',
  extension: 'csv',
  contentType: 'text/csv; charset=utf-8',
  includes: {
    charts: false,
    specification: false,
    columnDescriptions: false,
    manyIntervals: false,
  },
  write: writeCsv,
})
