import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '../early/language.js'
import { locales } from '../i18n.js'
import { formatMoment } from '../reports/format_value.js'
import { useSessionStore } from '../stores/session.js'

/** Tells moments as the reader writes them, in their time zone. */
export function useMoment() {
  const { locale } = useI18n()
  const store = useSessionStore()
  const zone = computed(() => store.session?.zone)
  return (moment: string) =>
    formatMoment(moment, { locale: locales[locale.value as Language], zone: zone.value })
}
