import { type LiveFigures, typesOfFigure } from '#core/contracts/live'
import type { SourcePlugin } from '#core/contracts/source'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { noLiveFigure, noLiveSource, noLiveType } from '#core/live/errors'
import { registry } from '#core/plugins/registry'

/** A source that the customer has and that something is known of live. Throws E_NO_LIVE_FIGURE. */
export async function liveSource(customerId: number, key: string): Promise<SourcePlugin> {
  const enabled = await enabledSources(customerId)
  const sources = registry()
    .sources()
    .filter((source) => source.live && enabled.includes(source.key))
  const source = sources.find((one) => one.key === key)
  if (source) return source
  throw noLiveSource(
    key,
    sources.map((one) => one.key)
  )
}

/** The figures of an object type. Throws E_NO_LIVE_FIGURE where there are none. */
export function figuresOfType(source: SourcePlugin, objectType: string): LiveFigures {
  const all = Object.entries(source.live ?? {})
  const figures = all.filter(([, figure]) => typesOfFigure(figure).includes(objectType))
  if (figures.length === 0) {
    throw noLiveType(objectType, [...new Set(all.flatMap(([, figure]) => typesOfFigure(figure)))])
  }
  return Object.fromEntries(figures)
}

/** The figures that are asked for. Throws E_NO_LIVE_FIGURE for one that there is none of. */
export function chosenFigures(figures: LiveFigures, asked: readonly string[]): LiveFigures {
  const known = Object.keys(figures)
  return Object.fromEntries(
    asked.map((key, at) => {
      if (!Object.hasOwn(figures, key)) throw noLiveFigure(key, known, `figures.${at}`)
      return [key, figures[key]!]
    })
  )
}
