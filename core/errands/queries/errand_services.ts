import type { Errands } from '#core/contracts/errands'
import type { SourcePlugin } from '#core/contracts/source'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { listObjects, type ReportObject } from '#core/measurement_objects/queries/list_objects'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'

/** A source whose errands people report and answer here. */
export interface ErrandSource extends SourcePlugin {
  errands: Errands
}

/** An object that errands concern, and its source. */
export interface ErrandService {
  source: ErrandSource
  object: ReportObject
}

/** The sources with errands that a customer has. */
export async function errandSources(customerId: number): Promise<ErrandSource[]> {
  const enabled = await enabledSources(customerId)
  return registry()
    .sources()
    .filter(
      (source): source is ErrandSource =>
        source.errands !== undefined && enabled.includes(source.key)
    )
}

/** The objects that the reader can see errands of, by name. */
export async function errandServices(reader: Reader): Promise<ErrandService[]> {
  const sources = await errandSources(reader.customerId)
  const found = await Promise.all(
    sources.map(async (source) => {
      const objects = await listObjects(reader, [source.errands.service], source.key)
      return objects.map((object) => ({ source, object }))
    })
  )
  return found.flat()
}
