import encryption from '@adonisjs/core/services/encryption'
import type { Json } from '#core/contracts/scalar'
import type { Setting, Settings } from '#core/contracts/settings'
import { checkedZone } from '#core/customers/zone'
import { badSetting, unknownSetting } from '#core/operations/errors'

type Values = Readonly<Record<string, Json>>

/**
 * The settings to keep: those that were, with what was given over them. A secret is sealed; one that
 * is not given stays; null takes a value away. Throws `E_UNKNOWN_SETTING` and `E_BAD_SETTING`.
 */
export function sealedSettings(
  declared: Settings,
  kept: Values,
  given: Values
): Record<string, Json> {
  const settings: Record<string, Json> = { ...kept }
  for (const [name, value] of Object.entries(given)) {
    const setting = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (!setting) throw unknownSetting(name, Object.keys(declared))
    if (value === null || value === '') delete settings[name]
    else settings[name] = sealed(setting, checkedSetting(name, setting, value))
  }
  return settings
}

const sealed = ({ type }: Setting, value: Json): Json =>
  type === 'secret' ? encryption.encrypt(value) : value

function checkedSetting(name: string, setting: Setting, value: Json): Json {
  const { type, choices = {} } = setting
  if (type === 'number') return must(name, typeof value === 'number', value, 'a number')
  if (type === 'flag') return must(name, typeof value === 'boolean', value, 'true or false')
  if (type === 'map') return must(name, isMap(value), value, 'rows of name and value')
  if (typeof value !== 'string' || value.length > 10_000) throw badSetting(name, 'a text')
  if (type === 'zone') return checkedZone(value)
  if (type === 'choice' && !Object.hasOwn(choices, value)) {
    throw badSetting(name, `one of ${Object.keys(choices).join(', ')}`, Object.keys(choices))
  }
  return value
}

function must(name: string, fits: boolean, value: Json, wanted: string) {
  if (!fits) throw badSetting(name, wanted)
  return value
}

const isMap = (value: Json) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((part) => typeof part === 'string')

/** The settings as they may be shown: of a secret, only whether there is one. */
export function shownSettings(declared: Settings, kept: Values): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(declared).map(([name, { type, default: usual = null }]) => [
      name,
      type === 'secret' ? { isSet: kept[name] !== undefined } : (kept[name] ?? usual),
    ])
  )
}
