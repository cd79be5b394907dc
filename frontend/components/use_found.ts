import { computed, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RouteLocationRaw } from 'vue-router'
import { request } from '../api/client.js'
import { searchPeople, type PeopleKind } from '../api/people.js'
import { searchSavedReports } from '../api/saved_reports.js'
import { openedModules, routeName } from '../modules.js'
import { useSessionStore } from '../stores/session.js'

/** Something that the server or a module found by its name, and where it leads. */
export interface Found {
  label: string
  suffix?: string
  icon: string
  to: RouteLocationRaw
}

const WAIT_MS = 200
const LEAST_LETTERS = 2
const MOST = 6

/** What has names only the server knows: saved reports, people, and what modules have. Found while somebody types. */
export function useFound(searched: Ref<string>) {
  const { t } = useI18n()
  const session = useSessionStore()
  const saved = shallowRef<readonly Found[]>([])
  const people = shallowRef<readonly Found[]>([])
  const ofModules = shallowRef<readonly Found[]>([])
  let newest = 0
  let waiting: ReturnType<typeof setTimeout>

  watch(searched, (text) => {
    clearTimeout(waiting)
    const mine = ++newest
    const filter = text.trim()
    if (filter.length < LEAST_LETTERS) {
      saved.value = people.value = ofModules.value = []
      return
    }
    waiting = setTimeout(() => {
      const put = (into: Ref<readonly Found[]>, asked: Promise<readonly Found[]>) =>
        // What cannot be answered now is not found; the rest is.
        void asked
          .catch(() => [])
          .then((found) => {
            if (mine === newest) into.value = found
          })
      put(saved, findSaved(filter))
      put(people, findPeople(filter))
      put(ofModules, findInModules(filter))
    }, WAIT_MS)
  })

  const question = (filter: string) => ({ filter, offset: 0, limit: MOST, order: undefined })

  async function findSaved(filter: string): Promise<Found[]> {
    const bought = session.session?.customer?.edition !== 'basic'
    if (!bought || !session.can('savedReports.read')) return []
    const { rows } = await searchSavedReports(question(filter), session.can('savedReports.give'))
    return rows.map(({ id, name }) => ({
      label: name,
      icon: 'i-lucide-archive',
      to: { name: 'savedReports.one', params: { id } },
    }))
  }

  async function findPeople(filter: string): Promise<Found[]> {
    const kinds: [PeopleKind, string][] = [
      ['users', 'users.manage'],
      ['customer-users', 'customerUsers.manage'],
    ]
    const answers = await Promise.all(
      kinds
        .filter(([, capability]) => session.can(capability))
        .map(async ([kind]) => {
          const { rows } = await searchPeople(kind, question(filter))
          return rows.map(({ id, name, email }) => ({
            label: name || email,
            suffix: email,
            icon: 'i-lucide-user-round',
            to: { name: `${kind}.one`, params: { id } },
          }))
        })
    )
    return answers.flat()
  }

  async function findInModules(filter: string): Promise<Found[]> {
    const answers = [...openedModules].map(async ([key, { find }]) => {
      const found = await find?.({
        text: filter,
        can: (capability) => session.can(`${key}.${capability}`),
        get: (path) => request('GET', `/api/${key}/v1/${path}`),
      }).catch(() => [])
      return (found ?? []).slice(0, MOST).map(({ label, icon, route, params = {} }) => ({
        label,
        icon: `i-lucide-${icon}`,
        to: { name: routeName(key, route), params },
      }))
    })
    const found = await Promise.all(answers)
    return found.flat()
  }

  return computed(() => [
    { id: 'saved', label: t('menu.savedReports'), found: saved.value },
    { id: 'modules', label: '', found: ofModules.value },
    { id: 'people', label: t('palette.people'), found: people.value },
  ])
}
