import type { FeedColumn } from '#core/contracts/feed'
import type { ReportType } from '#core/contracts/report_type'
import { chooseColumns } from '#core/reports/compile/choose_columns'
import { reportParameters } from '#core/reports/compile/parameters'
import { planColumns } from '#core/reports/compile/plan_columns'
import { columnInfos } from '#core/reports/document/column_infos'
import { feedColumn, namingFeedColumns, type FeedNaming } from '#core/reports/feed/feed_names'
import { worthType } from '#core/reports/feed/worth_type'
import { parameterRepetitions } from '#core/reports/plan_report'
import type { ReportQuery } from '#core/reports/report_query'

/** The columns asked for, by whether the report's own table has them or the table of values. */
export interface DividedColumns {
  /** Names as a query takes them. */
  rows: readonly string[]
  values: readonly string[]
}

/**
 * Columns that are repeated per value are as many as were found. They are a table of their own, so
 * that no other ever gains or loses a column.
 */
export function divideColumns(type: ReportType, query: ReportQuery): DividedColumns {
  const parameters = reportParameters(type, query.parameters)
  const chosen = chooseColumns(type, query.columns, (column) =>
    parameterRepetitions(column, parameters)?.map(({ suffix }) => suffix)
  )
  const names = (perValue: boolean) =>
    chosen
      .filter(({ key }) => isPerValue(type, key) === perValue)
      .map(({ key, only }) => only ?? key)
  return { rows: names(false), values: names(true) }
}

const isPerValue = (type: ReportType, key: string) => {
  const { per } = type.columns[key]
  return per !== undefined && 'field' in per
}

/** The columns of the report's own table. They are known without asking what there is. */
export function rowsColumns(naming: FeedNaming, names: readonly string[]): FeedColumn[] {
  const { type, query, words } = naming
  const parameters = reportParameters(type, query.parameters)
  const chosen = chooseColumns(type, names, (column) =>
    parameterRepetitions(column, parameters)?.map(({ suffix }) => suffix)
  )
  const plan = planColumns({
    type,
    chosen,
    repetitions: (column) => parameterRepetitions(column, parameters) ?? [],
    // How a service level is counted changes none of its columns.
    formula: 'withForwarded',
    shortAbandonSeconds: 0,
  })
  const infos = columnInfos(type, plan, words)
  return [
    ...namingFeedColumns(naming),
    ...infos.map(({ key, label, description, unit }, index) => ({
      key,
      label,
      description,
      unit,
      ...worthType(type, plan.columns[plan.shown[index]].declared),
    })),
  ]
}

/** The columns of the table of values. */
export function valuesColumns(naming: FeedNaming): FeedColumn[] {
  const { words } = naming
  return [
    ...namingFeedColumns(naming),
    feedColumn('column', words.core('feed.column'), 'text'),
    feedColumn('columnLabel', words.core('feed.column'), 'text'),
    feedColumn('of', words.core('feed.of'), 'text'),
    feedColumn('ofLabel', words.core('feed.of'), 'text'),
    feedColumn('value', words.core('feed.value'), 'number', { nullable: true }),
    feedColumn('text', words.core('feed.text'), 'text', { nullable: true }),
  ]
}
