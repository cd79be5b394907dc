import type { WidgetPlugin } from '#core/contracts/widget'

/** Whether a widget that shows reports says which. */
export const checkWidget = ({ shows, fits }: WidgetPlugin): string[] =>
  shows === 'report' && !fits
    ? ['A widget that shows a report must say what fits: fits(report) answers the keys of columns.']
    : []
