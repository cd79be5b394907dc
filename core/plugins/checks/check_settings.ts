import type { Plugin } from '#core/contracts/plugin'
import type { Setting, Settings } from '#core/contracts/settings'
import { listed } from '#core/plugins/checks/sentence'
import { isRecord } from '#core/plugins/checks/shape'

/** Whether each setting has what its type needs, and a default that could be filled in. */
export function checkSettings(plugin: Plugin): string[] {
  return [
    ...problems('Setting', plugin.settings),
    ...(plugin.kind === 'widget' ? problems('Setting on a board', plugin.board?.settings) : []),
    ...(plugin.kind === 'source'
      ? problems('Setting of a collection point', plugin.pointSettings)
      : []),
  ]
}

const problems = (what: string, settings: Settings = {}) =>
  Object.entries(settings).flatMap(([key, setting]) => oneSetting(`${what} "${key}"`, setting))

function oneSetting(at: string, setting: Setting): string[] {
  const choices = Object.keys(setting.choices ?? {})
  if (setting.type === 'choice' && choices.length === 0) return [`${at}: a choice needs choices.`]
  if (setting.type !== 'choice' && setting.choices) {
    return [`${at}: it has choices, and its type is ${setting.type}.`]
  }
  if (setting.default === undefined) return []
  if (setting.type === 'secret') return [`${at}: a secret has no default.`]
  if (setting.type === 'choice' && !choices.includes(String(setting.default))) {
    return [
      `${at}: the default "${String(setting.default)}" is none of its choices: ${listed(choices)}.`,
    ]
  }
  return fits[setting.type](setting.default)
    ? []
    : [
        `${at}: the default ${JSON.stringify(setting.default)} is no value of the type ${setting.type}.`,
      ]
}

const isText = (value: unknown) => typeof value === 'string'
const fits: Readonly<Record<Setting['type'], (value: unknown) => boolean>> = {
  text: isText,
  secret: isText,
  choice: isText,
  number: (value) => typeof value === 'number',
  flag: (value) => typeof value === 'boolean',
  zone: (value) => isText(value) && isZone(String(value)),
  map: (value) => isRecord(value) && Object.values(value).every(isText),
}

function isZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
