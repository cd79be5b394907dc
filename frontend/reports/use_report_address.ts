import { computed, onScopeDispose, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import type { Interval, ReportRequest } from '../api/report.js'
import type { ReportTypeInfo } from '../api/report_type.js'
import { useCatalogueStore } from '../stores/catalogue.js'
import { withoutFigure } from '../specification/figure_address.js'
import { visualisationPart, withoutVisualisation } from '../visualisations/visualisation_address.js'
import type { RunManner } from '../stores/report_run.js'
import { useComparedReportStore, useReportStore } from '../stores/report.js'
import { useOpenedReportsStore } from '../stores/opened_reports.js'
import { openedReport } from './note_opened.js'
import { fromAddress, intervalOf, isWhole, toAddress } from './report_address.js'
import { toComparedRequest, toRequest } from './report_draft.js'
import type { ReportPage } from './report_page.js'
import type { ReportChoices } from './use_report_choices.js'

/** Keeps the page's address and the report tool the same, both ways, and runs what the address asks for. */
export function useReportAddress(tool: ReportChoices, page: ReportPage) {
  const route = useRoute()
  const router = useRouter()
  const catalogue = useCatalogueStore()
  const report = useReportStore()
  const compared = useComparedReportStore()
  const opened = useOpenedReportsStore()
  const { locale } = useI18n()
  const { draft } = tool
  const isBasic = (key: string | null) => catalogue.basic.some((type) => type.key === key)
  let applied = ''

  /** Both sides of a comparison, or the one report. Answers whether the first was made. */
  async function run(request: ReportRequest, other: ReportRequest | null, manner?: RunManner) {
    if (!other) compared.forget()
    const [made] = await Promise.all([
      report.run(request, manner),
      other ? compared.run(other, manner) : true,
    ])
    return made
  }

  /** A report that was asked for, rather than another look at one. */
  async function open(request: ReportRequest, other: ReportRequest | null, manner?: RunManner) {
    if (await run(request, other, manner)) note()
  }

  /** Runs what is chosen, with figures of now, and gives it an address of its own. */
  async function process() {
    if (!tool.wanted.value || !tool.ready.value) return
    tool.tab.value = 'result'
    await make({ fresh: true, heavy: true })
  }

  /** Runs what is chosen, and gives it an address of its own: another one, unless none was shown yet. */
  async function make(how: RunManner = {}) {
    const request = tool.wanted.value
    if (!request || !tool.ready.value) return
    const first = !report.asked
    tool.sorting.value = null
    const done = open(request, tool.wantedOther.value, how)
    const address = toAddress(draft)
    applied = signature(address)
    tool.keepLast()
    const query = { ...address, ...manner(), ...visualisationPart(route.query) }
    await (first ? router.replace({ query }) : router.push({ query }))
    await done
  }

  /** It counts as opened when it is shown, and not each time it is shown another way. */
  function note() {
    const { href } = router.resolve({ query: { ...toAddress(draft), ...viewed() } })
    const query = href.slice(href.indexOf('?') + 1)
    void opened.note(openedReport(page, draft, query, tool.today()))
  }

  /** What is shown, with something else about it: also where choices have changed that were not processed yet. */
  function change(wish: Partial<ReportRequest>) {
    if (!report.asked) return
    tool.sorting.value = null
    void run({ ...report.asked, ...wish }, compared.asked && { ...compared.asked, ...wish })
  }

  /** The same report by another interval. */
  async function switchInterval(interval: Interval) {
    if (!report.asked) return
    draft.interval = interval
    change({ interval })
    await router.replace({ query: { ...withoutFigure(route.query), interval } })
  }

  /** The same report with other columns, at least one. */
  async function changeColumns(columns: string[]) {
    if (!report.asked || !columns.length) return
    draft.columns = columns
    tool.tab.value = 'result'
    change({ columns })
    const query = {
      ...withoutFigure(route.query),
      preset: undefined,
      columns: columns.join(','),
      ...manner(),
    }
    applied = signature(query)
    await router.push({ query })
  }

  async function refresh() {
    if (report.asked) await run(report.asked, compared.asked, { fresh: true, heavy: true })
  }

  /** What is chosen before anything is processed: the report only. */
  async function keepChoice() {
    if (report.asked || !draft.report) return
    const query = { report: draft.report, preset: draft.preset ?? undefined }
    applied = signature(query)
    await router.replace({ query: { ...query, tab: route.query.tab } })
  }

  const viewed = () => ({ view: tool.view.value === 'both' ? undefined : tool.view.value })
  const manner = (): LocationQueryRaw => ({ tab: tool.tab.value, ...viewed() })

  function apply() {
    const query = route.query
    tool.view.value = query.view === 'table' ? 'table' : 'both'
    const asked = page.tabs.find((name) => name === query.tab)
    tool.tab.value = asked ?? (isWhole(query) ? 'result' : page.firstTab)
    const mark = signature(query)
    if (mark !== applied) {
      applied = mark
      takeOver()
    } else if (report.asked) {
      const interval = intervalOf(query)
      if (interval && interval !== report.asked.interval) void switchInterval(interval)
    }
  }

  function takeOver() {
    const wish = fromAddress(route.query, draft)
    const same = wish.report === draft.report
    const usual = usualType(page.advanced ? catalogue.all : catalogue.basic)
    const known = catalogue.find(tool.lastReport) && (page.advanced || isBasic(tool.lastReport))
    if (wish.report) tool.choose(wish.report, wish.preset)
    else if (known && tool.lastReport) tool.choose(tool.lastReport, tool.lastPreset)
    else if (usual) tool.choose(usual.key, null)
    else draft.report = null
    Object.assign(wish, { report: draft.report })
    const whole = isWhole(route.query)
    const objects = whole ? wish.objects : same ? draft.objects : 'all'
    const groups = whole ? wish.groups : same ? draft.groups : []
    Object.assign(draft, wish, { preset: draft.preset, objects, groups })
    const type = tool.type.value
    const request = type ? toRequest(draft, type) : null
    const other = request && type ? toComparedRequest(draft, type) : null
    if (!request) forget()
    else if (!whole) {
      forget()
      void make()
    } else if (isNew(request, report.asked) || isNew(other, compared.asked))
      void open(request, other)
  }

  function forget() {
    report.forget()
    compared.forget()
  }

  watch(
    [() => route.query, () => catalogue.types !== null],
    () => {
      if (catalogue.types && route.name === page.route) apply()
    },
    { immediate: true }
  )
  // What is chosen is made at once: changes that follow each other closely together.
  let soon: ReturnType<typeof setTimeout> | undefined
  const choice = () => JSON.stringify([tool.wanted.value, tool.wantedOther.value])
  watch(choice, () => {
    clearTimeout(soon)
    soon = setTimeout(() => {
      if (route.name !== page.route || !tool.ready.value || !report.asked) return
      const { wanted, wantedOther } = tool
      if (isNew(wanted.value, report.asked) || isNew(wantedOther.value, compared.asked)) void make()
    }, SOON)
  })
  onScopeDispose(() => clearTimeout(soon))
  // Labels are the server's: another language is another answer.
  watch(locale, () => void refresh())

  /** Shown another way by the reader: the address says so too. */
  const kept = <T>(state: Ref<T>) =>
    computed({
      get: () => state.value,
      set: (wish) => {
        state.value = wish
        if (!report.asked) return
        const listing = tool.tab.value === 'specification'
        const query = listing ? route.query : withoutFigure(route.query)
        void router.replace({ query: { ...query, ...manner() } })
      },
    })

  return {
    process,
    switchInterval,
    changeColumns,
    refresh,
    keepChoice,
    tab: kept(tool.tab),
    view: kept(tool.view),
  }
}

const isNew = (wish: ReportRequest | null, asked: ReportRequest | null) =>
  JSON.stringify(wish) !== JSON.stringify(asked)

/** What is looked at first where nothing was before: how the queues do, where there are any. */
const usualType = (types: readonly ReportTypeInfo[]) =>
  types.find(({ columns }) => columns.some(({ serviceLevel }) => serviceLevel)) ?? types[0]

/** Milliseconds within which choices are one. */
const SOON = 250

const HOW_SHOWN = new Set(['interval', 'tab', 'view'])

/** An address without what only says how it is shown. */
function signature(address: LocationQueryRaw) {
  return JSON.stringify(
    Object.entries(withoutFigure(withoutVisualisation(address)))
      .filter(([name]) => !HOW_SHOWN.has(name))
      .map(
        ([name, value]) =>
          [name, [value].flat().filter((text) => text !== undefined && text !== null)] as const
      )
      .filter(([, values]) => values.length)
      .sort(([a], [b]) => a.localeCompare(b))
  )
}
