import { definePlugin } from '#core/contracts/plugin'
import { guide } from './guide.js'
import { serveExcel } from './serve_excel.js'

export default definePlugin({
  kind: 'connector',
  key: 'excel',
  label: 'Excel',
  description:
    'A workbook that fetches the report when it is opened, and connections for older versions',
  paths: ['excel.xlsx', 'excel.odc', 'excel.iqy', 'table.html'],
  documented: {
    'excel.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'excel.odc': 'text/x-ms-odc',
    'excel.iqy': 'text/x-ms-iqy',
    'table.html': 'text/html',
  },
  entry: 'excel.xlsx',
  guide,
  serve: serveExcel,
})
