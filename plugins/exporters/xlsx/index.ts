import { definePlugin } from '#core/contracts/plugin'
import { writeWorkbook } from './write_workbook.js'

export default definePlugin({
  kind: 'exporter',
  key: 'xlsx',
  label: 'Excel 2010–365 (.xlsx)',
  description:
    'A workbook with a cover, a sheet for each interval grouping with charts that can be changed, and the descriptions of the columns',
  extension: 'xlsx',
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  includes: { charts: true, specification: true, columnDescriptions: true, manyIntervals: true },
  write: (report, out, options) => writeWorkbook(report, out, options),
})
