import type { Language } from '../early/language.js'
import { useLanguage } from '../i18n.js'
import { useCatalogueStore } from './catalogue.js'
import { useSessionStore } from './session.js'
import { useTodayStore } from './today.js'

/** Speaks another language from now on: on this page, and wherever this user signs in. */
export async function changeLanguage(language: Language) {
  await useLanguage(language, true)
  const session = useSessionStore()
  if (!session.signedIn) return
  useTodayStore().forget()
  await Promise.all([session.change({ language }), useCatalogueStore().load(true)])
}
