import type { Settings } from '#core/contracts/settings'
import type { WidgetPlugin } from '#core/contracts/widget'
import { knownCustomer } from '#core/customers/queries/known_customer'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import { versionOf } from '#core/versions/version_of'

/** The widgets that a customer has, with their words in the language. */
export async function heldWidgets(customerId: number, locale: string): Promise<WidgetPlugin[]> {
  const { plugins } = await knownCustomer(await versionOf(customerId))
  return registry()
    .widgets()
    .filter(({ key }) => plugins.includes(key))
    .map((widget) => translated(widget, locale))
}

function translated(widget: WidgetPlugin, locale: string): WidgetPlugin {
  const { board } = widget
  return {
    ...widget,
    label: translate(widget, 'label', locale),
    description: translate(widget, 'description', locale),
    ...(board && {
      board: {
        ...board,
        ...(board.settings && { settings: translatedSettings(widget, board.settings, locale) }),
      },
    }),
  }
}

const translatedSettings = (widget: WidgetPlugin, settings: Settings, locale: string): Settings =>
  Object.fromEntries(
    Object.entries(settings).map(([key, setting]) => {
      const word = (path: string) => translate(widget, `board.settings.${key}.${path}`, locale)
      return [
        key,
        {
          ...setting,
          label: word('label'),
          ...(setting.help !== undefined && { help: word('help') }),
          ...(setting.choices && {
            choices: Object.fromEntries(
              Object.keys(setting.choices).map((choice) => [choice, word(`choices.${choice}`)])
            ),
          }),
        },
      ]
    })
  )
