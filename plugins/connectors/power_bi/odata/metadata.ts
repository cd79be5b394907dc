import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { EntitySet } from './entity_set.js'

const EDMX = 'http://docs.oasis-open.org/odata/ns/edmx'
const EDM = 'http://docs.oasis-open.org/odata/ns/edm'
export const NAMESPACE = 'Report'
const CONTAINER = 'Feed'

/**
 * The service's description of itself. It names nothing but what every reader of OData 4.0 knows, and
 * is the same whatever the period holds.
 */
export function metadata(sets: readonly EntitySet[]): string {
  const root = create({ version: '1.0', encoding: 'utf-8' })
  const edmx = root.ele(EDMX, 'edmx:Edmx', { Version: '4.0' })
  const reference = edmx.ele(EDMX, 'edmx:Reference', {
    Uri: 'https://docs.oasis-open.org/odata/odata-vocabularies/v4.0/vocabularies/Org.OData.Core.V1.xml',
  })
  reference.ele(EDMX, 'edmx:Include', { Namespace: 'Org.OData.Core.V1', Alias: 'Core' })
  const services = edmx.ele(EDMX, 'edmx:DataServices')
  const schema = services.ele(EDM, 'Schema', { Namespace: NAMESPACE })
  for (const set of sets) entityType(schema, set)
  const container = schema.ele(EDM, 'EntityContainer', { Name: CONTAINER })
  for (const { name, entity } of sets) {
    container.ele(EDM, 'EntitySet', { Name: name, EntityType: `${NAMESPACE}.${entity}` })
  }
  return root.end({ prettyPrint: true })
}

function entityType(schema: XMLBuilder, { entity, properties }: EntitySet) {
  const type = schema.ele(EDM, 'EntityType', { Name: entity })
  type.ele(EDM, 'Key').ele(EDM, 'PropertyRef', { Name: 'Id' })
  for (const { name, edm, column } of properties) {
    const property = type.ele(EDM, 'Property', {
      Name: name,
      Type: edm,
      Nullable: String(column.nullable),
      ...(edm === 'Edm.DateTimeOffset' && { Precision: '3' }),
    })
    const text = column.description ? `${column.label}. ${column.description}` : column.label
    property.ele(EDM, 'Annotation', { Term: 'Core.Description', String: text })
  }
}
