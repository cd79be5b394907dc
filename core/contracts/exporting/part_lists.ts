import type { ColumnInfo } from '../report_document.js'

/** What a column consists of: the labels of its parts, divided by commas, for each way of dividing it. */
export const partLists = (column: ColumnInfo, columns: readonly ColumnInfo[]): string[] =>
  column.consistsOf.map((parts) =>
    parts
      .map(
        (part) => columns.find(({ key }) => key === part)?.label ?? ownLabel(column, part) ?? part
      )
      .join(', ')
  )

/** A part may be called by a platform's word, and so be a name that every object has. */
const ownLabel = ({ partLabels = {} }: ColumnInfo, part: string) =>
  Object.hasOwn(partLabels, part) ? partLabels[part] : undefined
