import { definePlugin } from '#core/contracts/plugin'
import { guide } from './guide.js'
import { servePowerBi } from './serve_power_bi.js'

export default definePlugin({
  kind: 'connector',
  key: 'power_bi',
  label: 'Microsoft Power BI',
  description: 'The report as an OData feed, which Power BI, Excel and other tools read and filter',
  paths: ['odata', 'odata/*', 'powerbi.pbids'],
  posts: ['odata/$batch'],
  documented: {
    'odata/': 'application/json',
    'odata/$metadata': 'application/xml',
    'odata/Rows': 'application/json',
    'powerbi.pbids': 'application/json',
  },
  entry: 'odata/',
  always: { 'OData-Version': '4.0' },
  guide,
  serve: servePowerBi,
})
