import type { DescribedLive } from '#core/contracts/described_report'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** What a customer's sources tell of their objects as they are now, a line for each type of object. */
export async function describeLive(customerId: number, locale: string): Promise<DescribedLive[]> {
  const keys = await enabledSources(customerId)
  return keys.flatMap((key) => {
    const source = registry().source(key)
    const say = (path: string) => translate(source, path, locale)
    const figures = Object.entries(source.live ?? {}).flatMap(([figure, { unit, of }]) =>
      (typeof of === 'string' ? [of] : of).map((objectType) => ({
        of: objectType,
        key: figure,
        label: say(`live.${figure}.label`),
        unit,
      }))
    )
    const byType = Map.groupBy(figures, ({ of }) => of)
    return [...byType]
      .filter(([objectType]) => source.objectTypes[objectType])
      .map(([objectType, told]) => ({
        source: key,
        sourceLabel: say('label'),
        objectType,
        objectTypeLabel: say(`objectTypes.${objectType}.plural`),
        figures: told.map(({ of: _, ...figure }) => figure),
      }))
  })
}
