import type { ModulePlugin } from '#core/contracts/module'
import type { Plugin } from '#core/contracts/plugin'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { checkActs } from '#core/plugins/checks/check_acts'
import { checkCycles } from '#core/plugins/checks/check_cycles'
import { checkDuplicates } from '#core/plugins/checks/check_duplicates'
import { checkEvents } from '#core/plugins/checks/check_events'
import { checkFollowUp } from '#core/plugins/checks/check_follow_up'
import { checkKeys } from '#core/plugins/checks/check_keys'
import { checkModule } from '#core/plugins/checks/check_module'
import { checkParts } from '#core/plugins/checks/check_parts'
import { checkRepeats } from '#core/plugins/checks/check_repeats'
import { checkReport } from '#core/plugins/checks/check_report'
import { checkSettings } from '#core/plugins/checks/check_settings'
import { checkShape } from '#core/plugins/checks/check_shape'
import { checkUnits } from '#core/plugins/checks/check_units'
import { checkValue } from '#core/plugins/checks/check_values'
import { checkViews } from '#core/plugins/checks/check_views'
import { checkWidget } from '#core/plugins/checks/check_widget'
import { columnsOf } from '#core/plugins/checks/column_place'
import { ownSource } from '#core/plugins/own_source'

/**
 * What is wrong with a declaration but for its translations, in sentences; empty where nothing is. Such
 * a plugin cannot work.
 *
 * @param loaded plugins taken up before this one, whose keys are taken.
 */
export function checkDeclaration(plugin: Plugin, loaded: readonly Plugin[] = []): string[] {
  const shape = checkShape(plugin)
  if (shape.length > 0) return shape
  return [
    ...checkKeys(plugin),
    ...checkDuplicates(plugin, loaded),
    ...checkSettings(plugin),
    ...(plugin.kind === 'source' ? checkSource(plugin) : []),
    ...(plugin.kind === 'widget' ? checkWidget(plugin) : []),
    ...(plugin.kind === 'module' ? checkWhole(plugin, loaded) : []),
  ]
}

/** A module, and the source that it declares. */
function checkWhole(module: ModulePlugin, loaded: readonly Plugin[]): string[] {
  const source = ownSource(module)
  return [
    ...checkModule(module),
    ...(source
      ? [...checkKeys(source), ...checkDuplicates(source, loaded), ...checkSource(source)]
      : []),
  ]
}

const checkSource = (plugin: SourcePlugin) => [
  ...checkActs(plugin),
  ...checkEvents(plugin),
  ...plugin.reportTypes.flatMap((type) => checkReportType(plugin, type)),
]

function checkReportType(plugin: SourcePlugin, type: ReportType): string[] {
  const itself = checkReport(plugin, type)
  if (Object.keys(type.events).length === 0) return itself
  const values = columnsOf(type).flatMap(checkValue)
  // What columns are made of must be right before it can be asked how they fit each other.
  if (values.length > 0) return [...itself, ...values]
  return [
    ...itself,
    ...checkRepeats(type),
    ...checkCycles(type),
    ...checkUnits(type),
    ...checkParts(type),
    ...checkViews(type),
    ...checkFollowUp(type),
  ]
}
