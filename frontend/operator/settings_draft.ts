import type {
  SettingField,
  SettingsChange,
  SettingValue,
  ShownSettings,
} from '../api/customer_plugins.js'

/** A row of a map, as it is typed. */
export type MapRow = [name: string, value: string]

/** A value as its field has it; a secret begins empty. */
export type DraftValue = string | number | boolean | MapRow[] | null

export const draftOfSettings = (
  form: readonly SettingField[],
  settings: ShownSettings
): Record<string, DraftValue> =>
  Object.fromEntries(form.map(({ key, type }) => [key, draftOf(type, settings[key])]))

function draftOf(type: SettingField['type'], value: ShownSettings[string] | undefined): DraftValue {
  if (type === 'secret') return ''
  if (type === 'map') return Object.entries((value ?? {}) as Record<string, string>)
  if (type === 'flag') return value === true
  return typeof value === 'object' || value === undefined ? '' : value
}

/** What is told to the server of what was changed: emptied values are taken away. */
export const settingsChange = (change: Partial<Record<string, DraftValue>>): SettingsChange =>
  Object.fromEntries(Object.entries(change).map(([key, value]) => [key, told(value ?? null)]))

function told(value: DraftValue): SettingValue {
  if (value === '') return null
  if (!Array.isArray(value)) return value
  return Object.fromEntries(value.filter(([name]) => name.trim() !== ''))
}
