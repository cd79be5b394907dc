import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ReportRequest } from '../api/report.js'
import type { Language } from '../early/language.js'
import { locales } from '../i18n.js'
import { useComparedReportStore, useReportStore } from '../stores/report.js'
import { useReportObjectsStore } from '../stores/report_objects.js'
import { compareReports, type ComparisonWords } from './compare_reports.js'
import { formatDays } from './format_value.js'

/** The two reports on the screen as one, where two are compared: null until both are answered. */
export function useComparedReports() {
  const { t, locale } = useI18n()
  const report = useReportStore()
  const compared = useComparedReportStore()
  const objects = useReportObjectsStore()

  const apart = computed(
    () => contentText(report.asked, false) !== contentText(compared.asked, false)
  )
  const words = computed<ComparisonWords>(() => ({
    a: 'A',
    b: 'B',
    difference: t('comparison.difference'),
    points: t('comparison.points'),
    change: t('comparison.change'),
    onlyA: t('comparison.only', { side: 'A' }),
    onlyB: t('comparison.only', { side: 'B' }),
    describe: (key, column) => t(`comparison.describe.${key}`, { column }),
  }))

  const both = computed(() => {
    const [a, b] = [report, compared].map(({ answered, answer }) =>
      answered && answer ? { request: answered as ReportRequest, answer } : null
    )
    // The one that was first with another interval waits for the other.
    return a && b && a.request.interval === b.request.interval
      ? compareReports(a, b, apart.value, words.value)
      : null
  })

  /** What each side is, as people say it. */
  const sides = computed(() =>
    [report.asked, compared.asked].flatMap((asked) => {
      if (!asked) return []
      const { from, to } = asked.period
      const days = formatDays(from, to, locales[locale.value as Language])
      return [apart.value ? `${contentText(asked, true)} · ${days}` : days]
    })
  )

  function contentText(asked: typeof report.asked, named: boolean): string {
    const { objects: known } = objects.of(asked?.report ?? null)
    const nameOf = (object: string) =>
      (named && known.find((one) => one.object === object)?.name) || object
    const chosen = asked?.objects ?? []
    const list = chosen === 'all' ? [t('objects.markAll')] : chosen.map(nameOf)
    return [...(asked?.groups ?? []), ...list].join(', ')
  }

  return { both, sides, problem: computed(() => compared.problem) }
}
