import encryption from '@adonisjs/core/services/encryption'
import type { Json } from '#core/contracts/scalar'
import type { Settings } from '#core/contracts/settings'

type Values = Readonly<Record<string, Json>>

/** What is set over what is declared as usual, the later over the earlier, with secrets opened. */
export function openedSettings(declared: Settings, ...given: readonly (Values | undefined)[]) {
  const settings: Record<string, Json> = Object.assign(defaultsOf(declared), ...given)
  for (const [name, { type }] of Object.entries(declared)) {
    if (type === 'secret') settings[name] = opened(settings[name])
  }
  return settings
}

/** Labels of required settings without a value. */
export const missingSettings = (declared: Settings, settings: Values) =>
  Object.entries(declared)
    .filter(([name, { required }]) => required && (settings[name] ?? '') === '')
    .map(([, { label }]) => label)

const defaultsOf = (declared: Settings) =>
  Object.fromEntries(
    Object.entries(declared).flatMap(([name, setting]) =>
      setting.default === undefined ? [] : [[name, setting.default]]
    )
  )

function opened(sealed: Json | undefined): Json {
  if (typeof sealed !== 'string') return sealed ?? null
  return encryption.decrypt<string>(sealed) ?? sealed
}
