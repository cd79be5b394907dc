import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'

export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'

const TEXT = '404B5A'

/** Text in hundredths of a point. */
export interface TextLook {
  size: number
  bold?: boolean
}

/** A text of a chart's own, such as its title. */
export function addText(parent: XMLBuilder, text: string, look: TextLook) {
  const rich = parent.ele('c:rich')
  rich.ele(DRAWING, 'a:bodyPr')
  rich.ele(DRAWING, 'a:lstStyle')
  const paragraph = rich.ele(DRAWING, 'a:p')
  addLook(paragraph.ele(DRAWING, 'a:pPr'), 'a:defRPr', look)
  const run = paragraph.ele(DRAWING, 'a:r')
  addLook(run, 'a:rPr', look)
  run.ele(DRAWING, 'a:t').txt(text)
}

/** How the texts of an axis look. */
export function addTextLook(parent: XMLBuilder, look: TextLook) {
  const properties = parent.ele('c:txPr')
  properties.ele(DRAWING, 'a:bodyPr')
  properties.ele(DRAWING, 'a:lstStyle')
  const paragraph = properties.ele(DRAWING, 'a:p')
  addLook(paragraph.ele(DRAWING, 'a:pPr'), 'a:defRPr', look)
  paragraph.ele(DRAWING, 'a:endParaRPr', { lang: 'en-US' })
}

function addLook(parent: XMLBuilder, name: string, { size, bold }: TextLook) {
  parent
    .ele(DRAWING, name, { sz: size, b: bold ? 1 : 0 })
    .ele(DRAWING, 'a:solidFill')
    .ele(DRAWING, 'a:srgbClr', { val: TEXT })
}
