import type { EventSchema } from '#core/contracts/event'
import type { ModulePlugin } from '#core/contracts/module'
import type { Plugin } from '#core/contracts/plugin'
import type { ReportType } from '#core/contracts/report_type'
import type { Settings } from '#core/contracts/settings'
import type { SourcePlugin } from '#core/contracts/source'

type Text = readonly [path: string, english: string | undefined]

/** Every visible word of a declaration: its path → the English that stands there. All are required in every other language. */
export function translatableKeys(plugin: Plugin): Map<string, string> {
  const texts: Text[] = [
    ['label', plugin.label],
    ['description', plugin.description],
    ...settings('settings', plugin.settings),
    ...(plugin.kind === 'source' ? source(plugin) : []),
    ...(plugin.kind === 'widget' ? settings('board.settings', plugin.board?.settings) : []),
    ...(plugin.kind === 'module' ? module(plugin) : []),
  ]
  return new Map(texts.filter((text): text is [string, string] => text[1] !== undefined))
}

/** Paths of the names of presets. They may be translated; else a preset is called after its columns. */
export function presetKeys(plugin: Plugin): string[] {
  return reportTypes(plugin).flatMap((type) =>
    Object.keys(type.presets).map((preset) => `reportTypes.${type.key}.presets.${preset}`)
  )
}

/** The paths of the labels of a preset's columns; undefined where the path is no preset's. */
export function presetColumns(plugin: Plugin, path: string): string[] | undefined {
  if (!path.startsWith('reportTypes.')) return undefined
  for (const type of reportTypes(plugin)) {
    const before = `reportTypes.${type.key}.presets.`
    if (!path.startsWith(before)) continue
    const columns = type.presets[path.slice(before.length)]
    return columns?.map((column) => `reportTypes.${type.key}.columns.${column}.label`)
  }
  return undefined
}

const reportTypes = (plugin: Plugin): readonly ReportType[] => {
  if (plugin.kind === 'module') return plugin.source?.reportTypes ?? []
  return plugin.kind === 'source' ? plugin.reportTypes : []
}

const module = (plugin: ModulePlugin): Text[] => [
  ...(plugin.source ? source(plugin.source) : []),
  ...Object.entries(plugin.capabilities).map(([key, { does }]): Text => [
    `capabilities.${key}`,
    does,
  ]),
  ...[...(plugin.jobs ?? []), ...(plugin.recurring ?? [])].map(({ name, label }): Text => [
    `jobs.${name}`,
    label,
  ]),
  ...Object.entries(plugin.audit ?? {}).map(([key, done]): Text => [`audit.${key}`, done]),
]

/** A platform's, or what a module declares as one. */
type DeclaredSource = Pick<
  SourcePlugin,
  'pointSettings' | 'objectTypes' | 'events' | 'reportTypes' | 'live'
>

function source(plugin: DeclaredSource): Text[] {
  return [
    ...settings('pointSettings', plugin.pointSettings),
    ...Object.entries(plugin.objectTypes).flatMap(([key, type]): Text[] => [
      [`objectTypes.${key}.label`, type.label],
      [`objectTypes.${key}.plural`, type.plural],
      [`objectTypes.${key}.identifier.label`, type.identifier.label],
    ]),
    ...plugin.events.flatMap(event),
    ...plugin.reportTypes.flatMap(reportType),
    ...Object.entries(plugin.live ?? {}).flatMap(([key, figure]): Text[] => [
      [`live.${key}.label`, figure.label],
      [`live.${key}.description`, figure.description],
      ...Object.entries(figure.states ?? {}).map(([state, label]): Text => [
        `live.${key}.states.${state}`,
        label,
      ]),
    ]),
  ]
}

function settings(path: string, declared: Settings = {}): Text[] {
  return Object.entries(declared).flatMap(([key, setting]): Text[] => [
    [`${path}.${key}.label`, setting.label],
    [`${path}.${key}.help`, setting.help],
    ...Object.entries(setting.choices ?? {}).map(([choice, label]): Text => [
      `${path}.${key}.choices.${choice}`,
      label,
    ]),
  ])
}

function event(schema: EventSchema): Text[] {
  const path = `events.${schema.key}`
  return [
    [`${path}.label`, schema.label],
    [`${path}.notify.subject`, schema.notify?.subject],
    [`${path}.notify.text`, schema.notify?.text],
    ...Object.entries(schema.fields).flatMap(([key, field]): Text[] => [
      [`${path}.fields.${key}.label`, field.label],
      [`${path}.fields.${key}.description`, field.description],
      ...(field.type === 'choice' ? Object.entries(field.choices) : []).map(
        ([choice, label]): Text => [`${path}.fields.${key}.choices.${choice}`, label]
      ),
    ]),
  ]
}

function reportType(type: ReportType): Text[] {
  const path = `reportTypes.${type.key}`
  return [
    [`${path}.label`, type.label],
    [`${path}.description`, type.description],
    ...Object.entries(type.columns).flatMap(([key, column]): Text[] => [
      [`${path}.columns.${key}.label`, column.label],
      [`${path}.columns.${key}.description`, column.description],
    ]),
    ...Object.entries(type.parameters ?? {}).flatMap(([key, parameter]): Text[] => [
      [`${path}.parameters.${key}.label`, parameter.label],
      [`${path}.parameters.${key}.help`, parameter.help],
    ]),
  ]
}
