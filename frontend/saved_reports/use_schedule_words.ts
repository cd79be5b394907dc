import { useI18n } from 'vue-i18n'
import { countedPeriods, type Run, type ScheduleChange } from '../api/saved_reports.js'
import type { Language } from '../early/language.js'
import { locales } from '../i18n.js'

/** Tells schedules as people do. */
export function useScheduleWords() {
  const { t, locale } = useI18n()

  /** “Fridays 18:05”. */
  const whenOf = ({ send, sendTime }: Pick<ScheduleChange, 'send' | 'sendTime'>) =>
    send === 'never'
      ? t('savedReports.sends.never')
      : `${t(`savedReports.sends.${send}`)} ${sendTime}`

  /** “Last 3 weeks”. */
  const periodOf = ({ period, periodCount }: Pick<ScheduleChange, 'period' | 'periodCount'>) =>
    countedPeriods[period]
      ? t(`savedReports.countedPeriods.${period}`, { n: periodCount }, periodCount)
      : t(`savedReports.periods.${period}`)

  const dayFormat = (weekday?: 'short') =>
    new Intl.DateTimeFormat(locales[locale.value as Language], {
      weekday,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    })
  const day = (date: string) => dayFormat('short').format(new Date(`${date}T00:00:00Z`))

  /** “5–11 Jan 2026”, one day where it is one. */
  const daysOf = ({ from, to }: { from: string; to: string }) =>
    from === to
      ? day(from)
      : dayFormat().formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))

  /** The day and time where the schedule is, whatever the reader's own clock says. */
  const dueOf = ({ date, dueAt }: Run) => `${day(date)} ${dueAt.slice(11, 16)}`

  return { whenOf, periodOf, day, daysOf, dueOf }
}
