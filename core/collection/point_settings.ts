import { settingsIncomplete } from '#core/collection/errors'
import type { Json } from '#core/contracts/scalar'
import type { Settings } from '#core/contracts/settings'
import type { SourcePlugin } from '#core/contracts/source'
import { missingSettings as missingOf, openedSettings } from '#core/customers/opened_settings'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/**
 * The settings that a point's collector is handed: the source's defaults, over them the customer's,
 * over them the point's own, with secrets opened.
 */
export async function pointSettings(
  source: SourcePlugin,
  point: CollectionPoint
): Promise<Record<string, Json>> {
  const given = await CustomerPlugin.query()
    .where({ customerId: point.customerId, plugin: source.key })
    .first()
  return openedSettings(declaredSettings(source), given?.settings, point.settings)
}

/** @throws E_SETTINGS_INCOMPLETE where a required setting has no value. */
export function demandComplete(
  source: SourcePlugin,
  point: CollectionPoint,
  settings: Readonly<Record<string, Json>>
): void {
  const missing = missingSettings(source, settings)
  if (missing.length > 0) throw settingsIncomplete(point.name, missing)
}

/** Labels of required settings without a value. */
export const missingSettings = (source: SourcePlugin, settings: Readonly<Record<string, Json>>) =>
  missingOf(declaredSettings(source), settings)

const declaredSettings = (source: SourcePlugin): Settings => ({
  ...source.settings,
  ...source.pointSettings,
})
