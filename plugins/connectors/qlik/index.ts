import { definePlugin } from '#core/contracts/plugin'
import { guide } from './guide.js'
import { serveQlik } from './serve_qlik.js'

export default definePlugin({
  kind: 'connector',
  key: 'qlik',
  label: 'Qlik',
  description:
    'A load script for Qlik Sense that reads the report page by page, and CSV for web files',
  paths: ['qlik.qvs', 'data.csv'],
  documented: { 'qlik.qvs': 'text/plain', 'data.csv': 'text/csv' },
  entry: 'qlik.qvs',
  guide,
  serve: serveQlik,
})
