import type { PlacedWidget } from '#core/contracts/board'
import type { Kind } from './api.js'
import type { Catalogue } from './shown_widget.js'

/** A new widget shows something at once: the first columns that it can show of the first report. */
export function firstWidget(kind: Kind, { types, live }: Catalogue): PlacedWidget {
  if (kind.data === 'none') return { kind: kind.key }
  const [now] = live
  if (kind.data === 'live') {
    return { kind: kind.key, data: now ? { source: now.source, objectType: now.objectType } : {} }
  }
  for (const type of [...types].sort(
    (a, b) => Number(b.key.endsWith('.queue')) - Number(a.key.endsWith('.queue'))
  )) {
    const columns = (type.presets[0]?.columns ?? []).filter((key) => {
      const unit = type.columns.find((column) => column.key === key)?.unit
      return !kind.units || kind.units.includes(unit as 'count')
    })
    if (!columns.length) continue
    const { most = 1, least = 1 } = kind.columns ?? {}
    return {
      kind: kind.key,
      data: {
        report: type.key,
        source: type.source,
        ...(type.objectTypes[0] && { objectType: type.objectTypes[0].key }),
        columns: columns.slice(0, most > 2 ? Math.min(4, most) : Math.max(1, least)),
      },
    }
  }
  return { kind: kind.key }
}
