import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { COLOURS } from './context.js'
import type { PdfMake } from './page_content.js'
import type { Pages } from './print_pages.js'

const { title, locale, content } = workerData as Pages
const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake') as PdfMake
const font = (name: string) => require.resolve(`pdfmake/fonts/Roboto/Roboto-${name}.ttf`)
const fonts = { normal: font('Regular'), bold: font('Medium'), italics: font('Italic') }

pdfmake.setFonts({ Roboto: fonts })
// Pages hold texts of others: nothing is fetched, and no file but the fonts is read.
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
pdfmake.setTableLayouts({
  report: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0,
    hLineColor: () => COLOURS.line,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
})

const pages = pdfmake.createPdf({
  pageSize: 'A4',
  pageOrientation: 'landscape',
  pageMargins: [36, 36, 36, 42],
  language: locale,
  info: { title },
  defaultStyle: { font: 'Roboto', fontSize: 8 },
  footer: (page, count) => ({
    margin: [36, 14, 36, 0],
    fontSize: 7,
    color: COLOURS.muted,
    columns: [{ text: title }, { text: `${page} / ${count}`, alignment: 'right' }],
  }),
  content,
})
const printed = await pages.getBuffer()
parentPort!.postMessage(printed)
