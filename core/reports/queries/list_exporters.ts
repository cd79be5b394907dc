import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** The kinds of file that a report can leave as, and what each can hold. */
export function listExporters(locale: string) {
  return registry()
    .exporters()
    .map((exporter) => ({
      key: exporter.key,
      label: translate(exporter, 'label', locale),
      description: translate(exporter, 'description', locale),
      extension: exporter.extension,
      includes: exporter.includes,
    }))
}
