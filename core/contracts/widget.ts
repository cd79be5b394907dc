import type { ColumnInfo } from './report_document.js'
import type { Declared } from './settings.js'

/** Content of a dashboard square or a view of a report; its Vue component is ./frontend/ beside the declaration. */
export interface WidgetPlugin extends Declared<'widget'> {
  shows: 'report' | 'live' | 'nothing'
  fits?(report: {
    columns: readonly ColumnInfo[]
    grouping: 'total' | 'object' | 'group' | 'groupAndObject'
  }): boolean
}
