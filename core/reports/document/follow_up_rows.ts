import type { EventSchema } from '#core/contracts/event'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { FactValue } from '#core/facts/fact_store'
import { mask } from '#core/reports/document/mask'
import { units } from '#core/reports/document/specification_rows'
import { localMoment } from '#core/reports/document/value_words'
import type { PreparedReport } from '#core/reports/prepare_report'

/** The columns of those who were missed: who, since when, how often, when last, and whether they were reached. */
export function followUpColumns(report: PreparedReport): ColumnInfo[] {
  const { words } = report
  const { event, party } = partyOf(report)
  const { type } = event.fields[party]
  const column = (key: string, label: string, unit: ColumnInfo['unit'], description = '') => ({
    key,
    label,
    description,
    unit,
    consistsOf: [],
  })
  const own = (key: string, unit: ColumnInfo['unit']) =>
    column(key, words.core(`followUp.${key}`), unit, words.core(`followUp.${key}Description`))
  const label = words.plugin(`events.${event.key}.fields.${party}.label`)
  return [
    ...(type === 'object'
      ? [
          { ...column('party', label, units[type]), readAs: 'partyName' },
          column('partyName', label, 'text'),
        ]
      : [column('party', label, units[type])]),
    own('missedAt', 'time'),
    own('times', 'count'),
    own('lastAt', 'time'),
    { ...own('reached', 'text'), readAs: 'reachedLabel' },
    column('reachedLabel', words.core('followUp.reached'), 'text'),
    own('reachedAt', 'time'),
  ]
}

/** One party. `raw` is as `followUpStatement` tells of it. */
export function followUpRow(report: PreparedReport, raw: readonly FactValue[]): Row {
  const { places, words } = report
  const [who, times, firstAt, lastAt, point, reachedAt] = raw
  const zone = places.find(({ id }) => id === Number(point))?.clock.zone ?? 'UTC'
  const moment = (at: FactValue) => localMoment(Number(at), zone)
  const reached = Number(reachedAt) > 0
  return {
    ...named(report, String(who)),
    missedAt: moment(firstAt),
    times: Number(times),
    lastAt: moment(lastAt),
    reached,
    reachedLabel: words.core(reached ? 'yes' : 'no'),
    reachedAt: reached ? moment(reachedAt) : null,
  }
}

function named(report: PreparedReport, who: string): Row {
  const { catalogue, reader } = report
  const { event, party } = partyOf(report)
  const { type, personal } = event.fields[party]
  if (type === 'object') {
    const object = catalogue.object(Number(who))!
    return { party: catalogue.address(object), partyName: object.name }
  }
  return { party: personal && !reader.personalFields ? mask(who, type) : who }
}

function partyOf({ type }: PreparedReport): { event: EventSchema; party: string } {
  const { party } = type.followUp!
  const event = Object.values(type.events).find(({ fields }) => Object.hasOwn(fields, party))!
  return { event, party }
}
