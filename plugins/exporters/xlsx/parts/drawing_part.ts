import { newPart } from './new_part.js'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const SHEET_DRAWING = `${DRAWING}/spreadsheetDrawing`
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Cells that a chart covers, counted from 0, `to` not included. */
export interface Anchor {
  from: { column: number; row: number }
  to: { column: number; row: number }
}

/** The part that places charts over the cells of a sheet. */
export function drawingPart(
  charts: readonly { anchor: Anchor; name: string; relationship: string }[]
): string {
  const drawing = newPart().ele(SHEET_DRAWING, 'xdr:wsDr')
  drawing.att('http://www.w3.org/2000/xmlns/', 'xmlns:a', `${DRAWING}/main`)
  charts.forEach(({ anchor, name, relationship }, index) => {
    const box = drawing.ele('xdr:twoCellAnchor', { editAs: 'oneCell' })
    for (const side of ['from', 'to'] as const) {
      const corner = box.ele(`xdr:${side}`)
      corner.ele('xdr:col').txt(String(anchor[side].column)).up().ele('xdr:colOff').txt('0')
      corner.ele('xdr:row').txt(String(anchor[side].row)).up().ele('xdr:rowOff').txt('0')
    }
    const frame = box.ele('xdr:graphicFrame', { macro: '' })
    const about = frame.ele('xdr:nvGraphicFramePr')
    about.ele('xdr:cNvPr', { id: index + 2, name: `Chart ${index + 1}`, descr: name })
    about.ele('xdr:cNvGraphicFramePr')
    const place = frame.ele('xdr:xfrm')
    place.ele(`${DRAWING}/main`, 'a:off', { x: 0, y: 0 })
    place.ele(`${DRAWING}/main`, 'a:ext', { cx: 0, cy: 0 })
    frame
      .ele(`${DRAWING}/main`, 'a:graphic')
      .ele(`${DRAWING}/main`, 'a:graphicData', { uri: `${DRAWING}/chart` })
      .ele(`${DRAWING}/chart`, 'c:chart')
      .att(RELATIONSHIPS, 'r:id', relationship)
    box.ele('xdr:clientData')
  })
  return drawing.end()
}
