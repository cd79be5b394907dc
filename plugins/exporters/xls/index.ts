import { definePlugin } from '#core/contracts/plugin'
import { writeXls } from './write_xls.js'

export default definePlugin({
  kind: 'exporter',
  key: 'xls',
  label: 'Excel 97–2003 (.xls)',
  description:
    'An older workbook, for programs that open no other: without charts, and tables longer than a sheet go on in the next',
  extension: 'xls',
  contentType: 'application/vnd.ms-excel',
  includes: { charts: false, specification: true, columnDescriptions: true, manyIntervals: true },
  // The format is written from memory, and knows no more columns.
  mostRows: 100_000,
  mostColumns: 256,
  write: (report, out, options) => writeXls(report, out, options),
})
