import { computed, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Interval } from '../api/report.js'
import { useCatalogueStore } from '../stores/catalogue.js'
import { useReportStore } from '../stores/report.js'
import { fromAddress, intervalOf, toAddress } from './report_address.js'
import { toRequest } from './report_draft.js'
import type { ReportChoices, Tab } from './use_report_choices.js'

const tabs: readonly Tab[] = ['content', 'result', 'export', 'information']

/** Keeps the page's address and the report tool the same, both ways, and runs what the address asks for. */
export function useReportAddress(tool: ReportChoices) {
  const route = useRoute()
  const router = useRouter()
  const catalogue = useCatalogueStore()
  const report = useReportStore()
  const { locale } = useI18n()
  const { draft } = tool
  let applied = ''

  /** Runs what is chosen, with figures of now, and gives it an address of its own. */
  async function process() {
    const request = tool.wanted.value
    if (
      !request ||
      Object.values(tool.problems.value).some((problem) => problem && 'key' in problem)
    )
      return
    tool.tab.value = 'result'
    tool.sorting.value = null
    const done = report.run(request, true)
    const address = toAddress(draft)
    applied = signature(address)
    await router.push({ query: { ...address, ...manner() } })
    await done
  }

  /** The same report by another interval: also where choices have changed that were not processed yet. */
  async function switchInterval(interval: Interval) {
    if (!report.asked) return
    draft.interval = interval
    tool.sorting.value = null
    void report.run({ ...report.asked, interval })
    await router.replace({ query: { ...route.query, interval } })
  }

  async function refresh() {
    if (report.asked) await report.run(report.asked, true)
  }

  /** What is chosen before anything is processed: the report only. */
  async function keepChoice() {
    if (report.asked || !draft.report) return
    const query = { report: draft.report, preset: draft.preset ?? undefined }
    applied = signature(query)
    await router.replace({ query })
  }

  function manner(): LocationQueryRaw {
    return { tab: tool.tab.value, view: tool.view.value === 'both' ? undefined : tool.view.value }
  }

  function apply() {
    const query = route.query
    tool.view.value = query.view === 'table' ? 'table' : 'both'
    const mark = signature(query)
    if (mark !== applied) {
      applied = mark
      takeOver()
    } else if (report.asked) {
      const interval = intervalOf(query)
      if (interval && interval !== report.asked.interval) void switchInterval(interval)
    }
    const asked = tabs.find((name) => name === query.tab)
    tool.tab.value = asked ?? (report.asked ? 'result' : 'content')
  }

  function takeOver() {
    const wish = fromAddress(route.query, draft)
    const same = wish.report === draft.report
    if (wish.report) tool.choose(wish.report, wish.preset)
    else draft.report = null
    const chosen =
      route.query.object || route.query.objects ? wish.objects : same ? draft.objects : []
    Object.assign(draft, wish, { preset: draft.preset, objects: chosen })
    const runs = Boolean(route.query.object || route.query.objects)
    const type = tool.type.value
    const request = runs && type ? toRequest(draft, type) : null
    if (!request) report.forget()
    else if (JSON.stringify(request) !== JSON.stringify(report.asked)) void report.run(request)
  }

  watch(
    [() => route.query, () => catalogue.types !== null],
    () => {
      if (catalogue.types && route.name === 'basicReports') apply()
    },
    { immediate: true }
  )
  // Labels are the server's: another language is another answer.
  watch(locale, () => void refresh())

  /** Shown another way by the reader: the address says so too. */
  const kept = <T>(state: Ref<T>) =>
    computed({
      get: () => state.value,
      set: (wish) => {
        state.value = wish
        if (report.asked) void router.replace({ query: { ...route.query, ...manner() } })
      },
    })

  return {
    process,
    switchInterval,
    refresh,
    keepChoice,
    tab: kept(tool.tab),
    view: kept(tool.view),
  }
}

/** An address without what only says how it is shown. */
function signature({ interval: _interval, tab: _tab, view: _view, ...query }: LocationQueryRaw) {
  return JSON.stringify(
    Object.entries(query)
      .map(
        ([name, value]) =>
          [name, [value].flat().filter((text) => text !== undefined && text !== null)] as const
      )
      .filter(([, values]) => values.length)
      .sort(([a], [b]) => a.localeCompare(b))
  )
}
