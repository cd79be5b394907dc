import type { Plugin } from '#core/contracts/plugin'
import type { Settings } from '#core/contracts/settings'
import { translate } from '#core/plugins/translate'

/** The form of a plugin's settings, in the language. */
export const describeSettings = (
  plugin: Plugin,
  at: 'settings' | 'pointSettings',
  declared: Settings,
  locale: string
) =>
  Object.entries(declared).map(([key, setting]) => ({
    key,
    type: setting.type,
    required: setting.required ?? false,
    label: translate(plugin, `${at}.${key}.label`, locale),
    help: setting.help ? translate(plugin, `${at}.${key}.help`, locale) : null,
    default: setting.default ?? null,
    choices: setting.choices
      ? Object.keys(setting.choices).map((value) => ({
          value,
          label: translate(plugin, `${at}.${key}.choices.${value}`, locale),
        }))
      : null,
  }))
