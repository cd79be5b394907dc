import { create } from 'xmlbuilder2'
import { newPart } from './new_part.js'
import type { Relationship, WorkbookParts } from './workbook_parts.js'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The path of the part that lists what another refers to. */
export const relationshipsPath = (part: string) => part.replace(/([^/]+)$/, '_rels/$1.rels')

/**
 * The end of a sheet, from the end of its rows on, with what it has beside them. The schema has an order:
 * a drawing comes before that of the comments, the tables after it.
 */
export function patchSheetTail(tail: string, parts: ReturnType<WorkbookParts['sheet']>): string {
  if (!parts) return tail
  const drawing = parts.drawing ? `<drawing r:id="${parts.drawing}"/>` : ''
  const tables = parts.tables.map((id) => `<tablePart r:id="${id}"/>`).join('')
  const list = tables && `<tableParts count="${parts.tables.length}">${tables}</tableParts>`
  const comments = /<legacyDrawing [^>]*\/>/.exec(tail)?.[0] ?? ''
  const rest = tail.replace(comments, '').replace('</worksheet>', '')
  return `${rest}${drawing}${comments}${list}</worksheet>`
}

/** The list of content types with those of the new parts. */
export const patchContentTypes = (xml: string, parts: WorkbookParts) =>
  xml.replace(
    '</Types>',
    [...parts.contentTypes]
      .map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`)
      .join('') + '</Types>'
  )

/** A list of relationships with more of them; a new list where the part had none. */
export function patchRelationships(xml: string | undefined, more: readonly Relationship[]): string {
  const list = xml ? create(xml).root() : newPart().ele(RELATIONSHIPS, 'Relationships')
  for (const { id, type, target } of more) {
    list.ele(RELATIONSHIPS, 'Relationship', { Id: id, Type: type, Target: target })
  }
  return list.end()
}
