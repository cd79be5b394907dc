import { useI18n } from 'vue-i18n'
import type { Unit } from '../api/report_type.js'
import type { Language } from '../early/language.js'
import { locales } from '../i18n.js'
import { formatValue } from '../reports/format_value.js'
import { useReportTool } from '../reports/use_report_tool.js'
import { describePicture, type SeriesSummary } from './describe_picture.js'
import type { Figure } from '#core/contracts/widget_view'

/** Series that are told one by one; a sentence about more would not be listened to. */
const TOLD = 3

/** Says in words what can be seen in a picture. */
export function useSentence() {
  const { t, locale } = useI18n()
  const { draft } = useReportTool()

  return ({ title, picture }: Figure): string => {
    const summaries = describePicture(picture)
    if (summaries.length === 0) return `${title}. ${t('visualisations.nothing')}`
    const told = summaries.slice(0, TOLD).map(sentenceOf)
    const more = summaries.length - TOLD
    const marks = picture.marks?.map(({ label }) => label).join(', ')
    return [
      `${title}.`,
      ...told,
      ...(marks ? [`${marks}.`] : []),
      ...(more > 0 ? [t('visualisations.sentence.more', { n: more })] : []),
    ].join(' ')
  }

  function sentenceOf({ label, unit, highest, lowest, trend }: SeriesSummary) {
    const manner = { locale: locales[locale.value as Language], timeFormat: draft.timeFormat }
    const said = (value: number) => formatValue(value, unit as Unit, manner)
    const ends = t('visualisations.sentence.ends', {
      highest: said(highest.value),
      highestAt: highest.at,
      lowest: said(lowest.value),
      lowestAt: lowest.at,
    })
    const before = label ? `${label}: ` : ''
    return `${before}${ends}${trend ? ` ${t(`visualisations.sentence.${trend}`)}` : ''}`
  }
}
