import { offersByPoint } from '#core/acts/agent_objects'
import type { AgentObject } from '#core/contracts/agent_tools'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { registry } from '#core/plugins/registry'

/** The objects that stand for people who can be agents, by name. */
export async function listCandidates(
  customerId: number
): Promise<Omit<AgentObject, 'id' | 'userId' | 'device'>[]> {
  const points = await offersByPoint(customerId)
  const personOf = new Map(
    registry()
      .platforms()
      .map(({ key, acts, live = {} }) => [key, acts?.person ?? personIn(live)])
  )
  const objects = await MeasurementObject.query()
    .where({ customerId })
    .whereIn('pointId', [...points.keys()])
    .whereNull('disabledAt')
    .whereNull('removedAt')
    .orderBy('name')
  return objects
    .filter(({ source, objectType }) => personOf.get(source) === objectType)
    .map((object) => {
      const { label, names } = points.get(object.pointId)!
      const { source, pointId, objectType, identifier, name } = object
      const rest = { source, pointId, objectType, identifier, name }
      return { objectId: object.id, platform: label, offers: names, ...rest }
    })
}

/** Where nothing can be done for agents, they are those of whom a state is told. */
const personIn = (live: Readonly<Record<string, { of: string | readonly string[] }>>) => {
  const of = live.state?.of
  return typeof of === 'string' ? of : of?.[0]
}
