import { definePlugin } from '#core/contracts/plugin'
import { writePdf } from './write_pdf.js'

export default definePlugin({
  kind: 'exporter',
  key: 'pdf',
  label: 'PDF (.pdf)',
  description:
    'Pages to read and print: charts, the table of each interval grouping, and the descriptions of the columns',
  extension: 'pdf',
  contentType: 'application/pdf',
  includes: { charts: true, specification: false, columnDescriptions: true, manyIntervals: true },
  mostRows: 3_000,
  write: writePdf,
})
