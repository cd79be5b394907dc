import type { FigureBehind } from '#core/contracts/report_document'
import type { Scalar } from '#core/contracts/scalar'
import { sharePair, traceColumn, type Trace } from '#core/reports/behind/trace_column'
import type { TracedFigure } from '#core/reports/behind/trace_figure'
import { columnInfos } from '#core/reports/document/column_infos'
import { units } from '#core/reports/document/specification_rows'
import { subjectRows } from '#core/reports/objects/subject_rows'
import { readTable } from '#core/reports/plan_report'

/** What is read of the facts of a trace, in the figure's row. */
export interface ReadTraced {
  count(trace: Trace): Promise<number>
  sum(trace: Trace, field: string): Promise<Scalar>
}

/** A figure as it stands in its row now, and how its calls make it up. */
export async function figureBehind(traced: TracedFigure, read: ReadTraced): Promise<FigureBehind> {
  const { planned, place, address, names, trace } = traced
  const { plan } = planned
  const values = await valuesOf(traced)
  const all = everyColumn(traced)
  const info = all[place]
  const head = {
    column: info.key,
    label: info.label,
    unit: info.unit as FigureBehind['unit'],
    row: names,
    value: values[info.key] ?? null,
    calls: await read.count(trace),
  }
  const { worth } = plan.columns[place]
  const listed = address.side ?? 'share'
  const pair = sharePair(worth)
  if (pair) {
    const sides = pair.map((at, index) => ({
      side: index === 0 ? ('share' as const) : ('whole' as const),
      label: all[at].label,
      unit: all[at].unit as FigureBehind['unit'],
      value: values[all[at].key] ?? null,
      calls: traceColumn(planned.report.type, plan, at) !== undefined,
    }))
    return {
      ...head,
      made: 'share',
      sides: sides.map((one) => ({ ...one, listed: one.side === listed })),
    }
  }
  if ('serviceLevel' in worth)
    return { ...head, made: 'share', sides: await serviceSides(traced, read) }
  const { word, field } = trace.measures[0].measure
  if (word === 'count') return { ...head, made: 'count' }
  if (word !== 'sum' && word !== 'mean') {
    return { ...head, made: word === 'distinct' ? 'distinct' : 'of' }
  }
  const fields = new Set(trace.measures.map(({ measure }) => measure.field))
  const single = fields.size === 1 && trace.measures.every(({ times }) => times === 1)
  return {
    ...head,
    made: word,
    ...(single && { sum: await sumOf(traced, field!, read) }),
  }
}

/** The values of all columns that the figure builds on, in its row. */
async function valuesOf({ planned, narrowed }: TracedFigure) {
  const { chosen, catalogue, type, words, query } = narrowed
  const whole = { interval: 'period', grouping: 'total', breakdown: false } as const
  const table = await readTable({
    ...planned,
    plan: { ...planned.plan, shown: planned.plan.columns.map((_, at) => at) },
    report: { ...narrowed, query: { ...query, ...whole, emptyRows: undefined } },
    subjects: subjectRows(chosen, catalogue, type.subject, 'total', words.locale),
  })
  return table.total ?? {}
}

/** What all planned columns are called, by their places. */
const everyColumn = ({ planned: { plan, report } }: TracedFigure) =>
  columnInfos(report.type, { ...plan, shown: plan.columns.map((_, at) => at) }, report.words)

async function serviceSides({ planned, place, address }: TracedFigure, read: ReadTraced) {
  const { report, plan } = planned
  const listed = address.side ?? 'share'
  const sides = (['share', 'whole'] as const).map(async (side) => {
    const trace = traceColumn(report.type, plan, place, side)!
    return {
      side,
      label: report.words.core(`behind.${side}`),
      unit: 'count' as const,
      value: await read.count(trace),
      calls: true,
      listed: side === listed,
    }
  })
  return Promise.all(sides)
}

async function sumOf(
  { planned: { report }, trace }: TracedFigure,
  field: string,
  read: ReadTraced
) {
  const event = report.type.events[trace.event]
  return {
    field,
    label: report.words.plugin(`events.${event.key}.fields.${field}.label`),
    unit: units[event.fields[field].type] as FigureBehind['unit'],
    value: await read.sum(trace, field),
  }
}
