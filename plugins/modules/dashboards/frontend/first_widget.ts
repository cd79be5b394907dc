import type { PlacedWidget } from '#core/contracts/board'
import type { Kind } from './api.js'
import { fittingTypes, firstData } from './fitting.js'
import type { Catalogue } from './shown_widget.js'

/** A new widget shows something at once: the first columns that it can show of the first report. */
export function firstWidget(kind: Kind, { types, live }: Catalogue): PlacedWidget {
  if (kind.data === 'none') return { kind: kind.key }
  const [now] = live
  if (kind.data === 'live') {
    return { kind: kind.key, data: now ? { source: now.source, objectType: now.objectType } : {} }
  }
  const [first] = fittingTypes(kind, types).sort(
    (a, b) => Number(b.key.endsWith('.queue')) - Number(a.key.endsWith('.queue'))
  )
  return { kind: kind.key, ...(first && { data: firstData(kind, first) }) }
}
