import type { ReportDocument } from '#core/contracts/report_document'
import { knownCustomer } from '#core/customers/queries/known_customer'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import { measuredColumns } from '#core/reports/present_report'
import type { ReportQuery } from '#core/reports/report_query'
import { versionOf } from '#core/versions/version_of'

/** A way of showing the report that its reader's customer has, and the columns that it works for. */
export interface FittingWidget {
  key: string
  label: string
  description: string
  icon: string
  columns: readonly string[]
}

/** The visualisations that are possible for a report as it was run, in the order of menus. */
export async function listFittingWidgets(
  reader: Reader,
  query: ReportQuery,
  report: ReportDocument
): Promise<FittingWidget[]> {
  const { plugins } = await knownCustomer(await versionOf(reader.customerId))
  const [table] = report.intervals
  const { grouping, interval, locale } = query
  const fitted = {
    columns: measuredColumns(table.columns),
    grouping,
    interval,
    rows: await table.count(),
  }
  return registry()
    .widgets()
    .filter(({ key, fits }) => fits && plugins.includes(key))
    .map((widget) => ({
      key: widget.key,
      label: translate(widget, 'label', locale),
      description: translate(widget, 'description', locale),
      icon: widget.icon,
      columns: widget.fits?.(fitted) ?? [],
    }))
    .filter(({ columns }) => columns.length > 0)
}
