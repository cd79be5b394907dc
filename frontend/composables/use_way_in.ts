import { useI18n } from 'vue-i18n'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import type { SessionInfo } from '../api/session.js'
import { isLanguage, languageWasChosen, type Language } from '../early/language.js'
import { useLanguage } from '../i18n.js'
import { useSessionStore } from '../stores/session.js'

/** The steps of signing in, one address each, and where they lead in the end. */
export function useWayIn() {
  const route = useRoute()
  const router = useRouter()
  const { locale } = useI18n()
  const store = useSessionStore()

  /** To a step, with what was asked for on the way in. */
  const step = (name: string, params: Record<string, string> = {}) => ({
    name,
    params,
    query: kept(route.query),
  })
  const go = (name: string, params: Record<string, string> = {}) => router.push(step(name, params))

  /** Back to the password, and why. */
  const startOver = (problem: string) =>
    router.replace({ name: 'signIn', query: { ...kept(route.query), problem } })

  async function enter({ user }: SessionInfo) {
    await agreeOnLanguage(user.language)
    await router.replace(wayBack(user.startPage))
  }

  /** A flag pressed here counts more than what was chosen on another machine. */
  async function agreeOnLanguage(theirs: string) {
    if (theirs === locale.value) return
    if (languageWasChosen()) await store.change({ language: locale.value as Language })
    else if (isLanguage(theirs)) await useLanguage(theirs)
  }

  const wayBack = (startPage: string | null) =>
    [route.query.back, startPage].find(isOurs)?.toString() ?? '/'

  return { step, go, startOver, enter, wayBack }
}

const kept = ({ back, branding }: LocationQuery) => ({
  ...(back && { back }),
  ...(branding && { branding }),
})

/** Only to a page of ours: the address bar is anybody's to write in. */
const isOurs = (way: unknown) => typeof way === 'string' && /^\/(?![/\\])/.test(way)
