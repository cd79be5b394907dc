import { type LiveFigure, typesOfFigure } from '#core/contracts/live'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/**
 * The live figures of each source that the customer has, with what a form and a program need to ask for
 * them. Keys are stable and free of language; labels are in `locale`.
 */
export async function listLiveTypes(customerId: number, locale: string) {
  const enabled = await enabledSources(customerId)
  return registry()
    .sources()
    .filter(({ key, live }) => live && enabled.includes(key))
    .map((source) => {
      const say = (path: string) => translate(source, path, locale)
      const figures = Object.entries(source.live ?? {})
      const types = [...new Set(figures.flatMap(([, figure]) => typesOfFigure(figure)))]
      return {
        source: source.key,
        label: say('label'),
        objectTypes: types.map((objectType) => ({
          key: objectType,
          label: say(`objectTypes.${objectType}.label`),
          plural: say(`objectTypes.${objectType}.plural`),
          icon: source.objectTypes[objectType]!.icon,
          figures: figures
            .filter(([, figure]) => typesOfFigure(figure).includes(objectType))
            .map(([key, figure]) => describe(key, figure, say)),
        })),
      }
    })
}

const describe = (key: string, figure: LiveFigure, say: (path: string) => string) => ({
  key,
  label: say(`live.${key}.label`),
  description: say(`live.${key}.description`),
  unit: figure.unit,
  sum: figure.sum ?? null,
  /** Whether it is known without a word from the platform. */
  derived: figure.derived !== undefined,
  states: Object.keys(figure.states ?? {}).map((state) => ({
    key: state,
    label: say(`live.${key}.states.${state}`),
  })),
})
