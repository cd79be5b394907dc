import type { Column } from '#core/contracts/column'
import { fillForAll } from '#core/contracts/fill_places'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { translate } from '#core/plugins/translate'

/** What columns and presets of a report type are called before it is run: limits are the usual ones. */
export function declaredWords(source: SourcePlugin, type: ReportType, locale: string) {
  const own = (path: string) => translate(source, `reportTypes.${type.key}.${path}`, locale)
  const filled = (key: string, what: 'label' | 'description') => {
    const { by, limits } = repeatedBy(type, type.columns[key])
    return fillForAll(own(`columns.${key}.${what}`), by, limits)
  }
  return {
    label: (key: string) => filled(key, 'label'),
    description: (key: string) => filled(key, 'description'),
    /** `named` is false of a preset that is called after its columns. */
    preset(key: string): { label: string; named: boolean } {
      const columns = type.presets[key]
      const label = own(`presets.${key}`)
      const named = label !== columns.map((one) => own(`columns.${one}.label`)).join(' - ')
      return {
        label: named ? label : columns.map((one) => filled(one, 'label')).join(' - '),
        named,
      }
    },
  }
}

function repeatedBy({ parameters = {} }: ReportType, { per }: Column) {
  if (!per) return { by: undefined, limits: [] }
  if ('field' in per) return { by: 'field' as const, limits: [] }
  return 'limits' in per
    ? { by: 'limits' as const, limits: parameters[per.limits]?.default ?? [] }
    : { by: 'bands' as const, limits: parameters[per.bands]?.default ?? [] }
}
