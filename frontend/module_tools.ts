import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import { listReportObjects } from './api/catalogue.js'
import { ApiError, request } from './api/client.js'
import { useMoment } from './composables/use_moment.js'
import { useProblem } from './composables/use_problem.js'
import { useSignOut } from './composables/use_sign_out.js'
import type { Language } from './early/language.js'
import { locales } from './i18n.js'
import { moduleWord, routeName } from './modules.js'
import { formatValue } from './reports/format_value.js'
import { useCatalogueStore } from './stores/catalogue.js'
import { useSessionStore } from './stores/session.js'
import { openShow } from './visualisations/shows.js'
import type { PageTools } from '#core/contracts/module_page'

/** What the views of a module may ask of the page. */
export function useModuleTools(module: () => string) {
  const { locale } = useI18n()
  const router = useRouter()
  const route = useRoute()
  const session = useSessionStore()
  const catalogue = useCatalogueStore()
  const { explain } = useProblem()
  const moment = useMoment()
  const { signOut } = useSignOut()
  const word = (key: string, values?: Readonly<Record<string, unknown>>) =>
    moduleWord(module(), locale.value, key, values)

  /** What is in the query travels as text; what is not said is left out. */
  function address(method: string, path: string, input: Readonly<Record<string, unknown>> = {}) {
    const below = `/api/${module()}/v1/${path}`
    const said = Object.entries(input).filter(([, value]) => value !== undefined && value !== null)
    if (!['GET', 'DELETE'].includes(method) || !said.length) return below
    return `${below}?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}`
  }

  const manner = computed(() => ({
    locale: locales[locale.value as Language],
    timeFormat: 'hms' as const,
    zone: session.session?.zone ?? 'UTC',
  }))
  const query = computed(() =>
    Object.fromEntries(
      Object.entries(route.query).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : []
      )
    )
  )

  return computed<PageTools>(() => ({
    locale: manner.value.locale,
    zone: manner.value.zone,
    format: (value, unit) => formatValue(value, unit === 'since' ? 'time' : unit, manner.value),
    widget: async (key) => {
      const opened = await openShow(key, locale.value as Language)
      if (!opened) return null
      return {
        show: opened.show,
        word: (name, values = {}) =>
          (opened.words[`words.${name}`] ?? name).replaceAll(/\{(\w+)\}/g, (whole, held: string) =>
            String(values[held] ?? whole)
          ),
      }
    },
    reportTypes: async () => {
      await catalogue.load()
      if (!catalogue.types) throw catalogue.problem
      return catalogue.types
    },
    objects: listReportObjects,
    get query() {
      return query.value
    },
    setQuery: (change) => {
      const kept = Object.entries({ ...query.value, ...change }).filter(
        ([, value]) => value !== null
      )
      void router.replace({ query: Object.fromEntries(kept) as Record<string, string> })
    },
    address: (name, params = {}) =>
      new URL(router.resolve({ name: routeName(module(), name), params }).href, location.origin)
        .href,
    word: (key, values) => word(key, values) ?? key,
    can: (capability) => session.can(`${module()}.${capability}`),
    call: (method, path, input) =>
      request(method, address(method, path, input), {
        ...(!['GET', 'DELETE'].includes(method) && { body: input ?? {} }),
      }),
    explain: (error) =>
      (error instanceof ApiError && word(`problems.${error.problem.code}`)) || explain(error),
    moment,
    signOut,
    open: async (name, params = {}, asked = {}) => {
      await router.push({ name: routeName(module(), name), params, query: asked })
    },
  }))
}
