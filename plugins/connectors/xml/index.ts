import { definePlugin } from '#core/contracts/plugin'
import { guide } from './guide.js'
import { serveXml } from './serve_xml.js'

export default definePlugin({
  kind: 'connector',
  key: 'xml',
  label: 'XML',
  description: 'The report as XML, with an XML Schema',
  paths: ['data.xml', 'schema.xsd'],
  documented: { 'data.xml': 'application/xml', 'schema.xsd': 'application/xml' },
  entry: 'data.xml',
  guide,
  serve: serveXml,
})
