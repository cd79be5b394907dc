import { useI18n } from 'vue-i18n'
import type { ConnectorChoices, ConnectorPeriod } from '../api/connectors.js'
import { countedPeriods } from '../api/saved_reports.js'

/** Tells periods as schedules do, and the one that schedules have not. */
export function usePeriodWords() {
  const { t } = useI18n()

  /** As it is chosen: “Last number of weeks …”. */
  const choiceOf = (period: ConnectorPeriod) =>
    period === 'wholeHistory' ? t('connectors.wholeHistory') : t(`savedReports.periods.${period}`)

  /** As it was chosen: “Last 3 weeks”. */
  const periodOf = ({ period, periodCount }: ConnectorChoices) =>
    period !== 'wholeHistory' && countedPeriods[period] && periodCount !== null
      ? t(`savedReports.countedPeriods.${period}`, { n: periodCount }, periodCount)
      : choiceOf(period)

  return { choiceOf, periodOf }
}
