import type { CalendarDate } from '@internationalized/date'
import { stored } from '../early/stored.js'
import { daysOf, quickPeriods } from './calendar.js'
import type { ReportDraft } from './report_draft.js'

const kept = [
  'report',
  'preset',
  'fromTime',
  'toTime',
  'weekdays',
  'intervalMinutes',
  'timeFormat',
] as const

/** What a person chose last in this browser: a report of last week then begins with last week now. */
export function lastChoice(person: string) {
  const store = stored(`choice.${person}`, '')
  return {
    read(today: CalendarDate): Partial<ReportDraft> {
      const known = parsed(store.read())
      const quick = quickPeriods.find((name) => name === known.period)
      return {
        ...Object.fromEntries(kept.flatMap((key) => (key in known ? [[key, known[key]]] : []))),
        ...(quick && daysOf(quick, today)),
      }
    },
    write(draft: ReportDraft, today: CalendarDate) {
      const period = quickPeriods.find((name) => {
        const { from, to } = daysOf(name, today)
        return !draft.dates.length && from === draft.from && to === draft.to
      })
      const choice = Object.fromEntries(kept.map((key) => [key, draft[key]]))
      store.write(JSON.stringify({ ...choice, ...(period && { period }) }))
    },
  }
}

/** What was written may be of an earlier version of the page, or anybody's. */
function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
