import type { FeedColumn } from '#core/contracts/feed'
import { brokenDownBy } from '#core/reports/broken_down_by'
import type { ReportQuery } from '#core/reports/report_query'
import type { ReportType } from '#core/contracts/report_type'
import type { SourcePlugin } from '#core/contracts/source'
import { codeOfDay } from '#core/reports/intervals/interval_code'
import { dayOf, isoDate, type CalendarDay } from '#core/reports/intervals/calendar_day'
import { typesOf } from '#core/reports/objects/object_catalogue'
import type { ReportWords } from '#core/reports/document/report_words'

/** What the columns that say which row it is are made of. */
export interface FeedNaming {
  query: ReportQuery
  type: ReportType
  source: SourcePlugin
  words: ReportWords
}

/** How a column of a feed is written down in short. */
export const feedColumn = (
  key: string,
  label: string,
  type: FeedColumn['type'],
  more: Partial<FeedColumn> = {}
): FeedColumn => ({ key, label, description: '', type, nullable: false, ...more })

/** Intervals that are whole days one after the other: a row has a date, and a condition on it is a shorter period. */
export const isDated = ({ interval }: ReportQuery): boolean =>
  ['date', 'week', 'yearMonth', 'quarter', 'year'].includes(interval)

/** The columns that tell a row: its identifier, interval, moment of it where it has one, group, object and part. */
export function namingFeedColumns(naming: FeedNaming): FeedColumn[] {
  const { query, type, words, source } = naming
  const interval = words.core(`interval.${query.interval}`)
  const columns = [
    feedColumn('id', words.core('feed.id'), 'text'),
    feedColumn('interval', interval, 'text'),
    feedColumn('intervalLabel', interval, 'text'),
  ]
  if (isDated(query)) columns.push(feedColumn('date', words.core('interval.date'), 'date'))
  if (query.interval === 'timeOfDay') columns.push(feedColumn('clock', interval, 'clock'))
  if (query.grouping === 'group' || query.grouping === 'groupAndObject') {
    const group = words.core('group')
    columns.push(
      feedColumn('group', group, 'text', { nullable: true }),
      feedColumn('groupName', group, 'text')
    )
  }
  if (query.grouping === 'object' || query.grouping === 'groupAndObject') {
    const [objectType] = Object.values(type.events).flatMap((event) =>
      typesOf(event.fields[type.subject])
    )
    const label = words.plugin(`objectTypes.${objectType}.label`)
    columns.push(
      feedColumn('object', words.plugin(`objectTypes.${objectType}.identifier.label`), 'text'),
      feedColumn('objectName', label, 'text')
    )
  }
  const breakdown = brokenDownBy(type, query)
  if (breakdown) {
    const event = source.events.find((one) => Object.hasOwn(one.fields, breakdown))
    const part = words.plugin(`events.${event?.key}.fields.${breakdown}.label`)
    columns.push(
      feedColumn('part', part, 'text', { nullable: true }),
      feedColumn('partName', part, 'text')
    )
  }
  return columns
}

/** The first day of the interval that a day is in, as an ISO date. */
export function intervalDate(interval: ReportQuery['interval'], day: CalendarDay): string {
  const code = codeOfDay(interval, day)
  switch (interval) {
    case 'quarter':
      return `${Math.floor(code / 4)}-${two((code % 4) * 3 + 1)}-01`
    case 'year':
      return `${code}-01-01`
    case 'yearMonth':
      return `${Math.floor(code / 100)}-${two(code % 100)}-01`
    default:
      // Of a date it is the day itself, of a week its Monday.
      return isoDate(code)
  }
}

/** The same from the interval's key. */
export function dateOfKey(interval: ReportQuery['interval'], key: string): string {
  const [, year, part] = /^(\d{4})(?:-[WQ]?(\d+))?/.exec(key) ?? []
  switch (interval) {
    case 'week':
      return isoDate(mondayOfWeek(Number(year), Number(part)))
    case 'quarter':
      return `${year}-${two((Number(part) - 1) * 3 + 1)}-01`
    case 'yearMonth':
      return `${key}-01`
    case 'year':
      return `${key}-01-01`
    default:
      return key
  }
}

/** The fourth of January is always in the first week. */
function mondayOfWeek(year: number, week: number): CalendarDay {
  const fourth = dayOf(`${year}-01-04`)
  return codeOfDay('week', fourth) + (week - 1) * 7
}

const two = (number: number) => String(number).padStart(2, '0')
