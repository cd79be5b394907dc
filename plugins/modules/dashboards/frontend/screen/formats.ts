import { formatValue } from '#page/format_value'
import type { PageTools } from '#core/contracts/module_page'

const locales: Readonly<Record<string, string>> = {
  sv: 'sv-SE',
  en: 'en-GB',
  et: 'et-EE',
  lv: 'lv-LV',
}

/** How a screen writes figures and times, in its customer's language and zone. */
export function formats(language: string, zone: string) {
  const locale = locales[language] ?? 'en-GB'
  const manner = { locale, timeFormat: 'hms' as const, zone }
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  })
  const format: PageTools['format'] = (value, unit) =>
    formatValue(value, unit === 'since' ? 'time' : unit, manner)
  return { locale, zone, format, clock: (moment: number) => time.format(new Date(moment)) }
}
