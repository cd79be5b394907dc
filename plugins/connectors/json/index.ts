import { definePlugin } from '#core/contracts/plugin'
import { guide } from './guide.js'
import { serveJson } from './serve_json.js'

export default definePlugin({
  kind: 'connector',
  key: 'json',
  label: 'JSON',
  description: 'The report as JSON, page by page or line by line, with a JSON Schema',
  paths: ['data.json', 'data.ndjson', 'schema.json'],
  documented: {
    'data.json': 'application/json',
    'data.ndjson': 'application/x-ndjson',
    'schema.json': 'application/schema+json',
  },
  entry: 'data.json',
  guide,
  serve: serveJson,
})
