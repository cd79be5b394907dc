import { parseDate, today } from '@internationalized/date'
import { computed, reactive, ref, watch } from 'vue'
import { ApiError } from '../api/client.js'
import type { Interval, ReportRequest } from '../api/report.js'
import { useCatalogueStore } from '../stores/catalogue.js'
import { useReportObjectsStore } from '../stores/report_objects.js'
import { useComparedReportStore, useReportStore } from '../stores/report.js'
import { useSessionStore } from '../stores/session.js'
import { daysOf } from './calendar.js'
import { fittingIntervals, usualInterval } from './fitting_intervals.js'
import { lastChoice } from './last_choice.js'
import { draftProblems } from './draft_problems.js'
import {
  ALL_COLUMNS,
  draftColumns,
  emptyDraft,
  toComparedRequest,
  toRequest,
} from './report_draft.js'
import type { ReportPage } from './report_page.js'
import type { Sorting } from './sort_rows.js'

export type View = 'both' | 'table'
export type ReportChoices = ReturnType<typeof useReportChoices>

/** What the reader chooses, and what follows from it: which columns, which problems, whether it is what is shown. */
export function useReportChoices(page: ReportPage) {
  const catalogue = useCatalogueStore()
  const objects = useReportObjectsStore()
  const report = useReportStore()
  const compared = useComparedReportStore()
  const session = useSessionStore()

  const zone = computed(() => session.session?.customer?.zone ?? 'UTC')
  const customer = session.session?.customer
  const own = lastChoice(`${session.session?.user.email ?? ''} ${customer?.id ?? ''}`)
  const day = daysOf('yesterday', today(zone.value))
  const draft = reactive(emptyDraft(day.from, day.to, customer?.dayWindow ?? undefined))
  const {
    report: lastReport = null,
    preset: lastPreset = null,
    ...last
  } = own.read(today(zone.value))
  Object.assign(draft, last)
  draft.interval = usualInterval(draft.from, draft.to)
  /** A period of another length is shown by what suits it, unless its reader has said otherwise. */
  watch([() => draft.from, () => draft.to], ([from, to], [from0, to0]) => {
    const fits = fittingIntervals(from, to).includes(draft.interval)
    if (!fits || draft.interval === usualInterval(from0, to0))
      draft.interval = usualInterval(from, to)
  })
  const tab = ref(page.firstTab)
  const view = ref<View>('both')
  const sorting = ref<Sorting | null>(null)

  const type = computed(() => catalogue.find(draft.report))
  const listing = computed(() => objects.of(draft.report))
  const columns = computed(() => (type.value ? draftColumns(draft, type.value) : []))
  const problems = computed(() => draftProblems(draft, columns.value, serverProblem()))
  const wanted = computed(() => (type.value ? toRequest(draft, type.value) : null))
  const wantedOther = computed(() => (type.value ? toComparedRequest(draft, type.value) : null))
  /** Something is chosen, and nothing of it is wrong but what the server said last time. */
  const ready = computed(
    () =>
      Boolean(wanted.value && (wantedOther.value || !draft.comparison)) &&
      !Object.values(problems.value).some((problem) => problem && 'key' in problem)
  )

  /** The report type and the preset's name of what is on the screen, not of what is being chosen. */
  const shownType = computed(() => catalogue.find(report.asked?.report ?? null))
  const stale = computed(() => {
    if (!report.asked || !wanted.value) return false
    const { interval } = report.asked
    return (
      differs(wanted.value, report.asked, interval) ||
      differs(wantedOther.value, compared.asked, interval)
    )
  })

  function serverProblem() {
    return report.problem instanceof ApiError && !stale.value ? report.problem.problem : undefined
  }

  /** Another report: objects stay chosen where the new one is about the same kind. */
  function choose(wish: string, preset: string | null) {
    const before = type.value
    const after = catalogue.find(wish)
    draft.report = wish
    draft.preset = preset ?? (page.advanced ? ALL_COLUMNS : (after?.presets[0]?.key ?? null))
    if (before?.key !== wish) {
      Object.assign(draft, { parameters: {}, columns: null, breakdown: null, comparison: null })
      if (!sameObjects(before, after)) Object.assign(draft, { objects: 'all', groups: [] })
    }
    if (after) void objects.load(wish)
  }

  return {
    draft,
    tab,
    view,
    sorting,
    zone,
    type,
    shownType,
    listing,
    problems,
    columns,
    wanted,
    wantedOther,
    ready,
    stale,
    choose,
    lastReport,
    lastPreset,
    keepLast: () => own.write(draft, today(zone.value)),
    running: computed(() => report.running || compared.running),
    cancel() {
      report.cancel()
      compared.cancel()
    },
    today: () => today(zone.value),
    toDate: parseDate,
  }
}

/** Another interval is another way of showing the same. */
function differs(wish: ReportRequest | null, asked: ReportRequest | null, interval: Interval) {
  return JSON.stringify(wish && { ...wish, interval }) !== JSON.stringify(asked)
}

type TypeInfo = ReturnType<ReturnType<typeof useCatalogueStore>['find']>

function sameObjects(a: TypeInfo, b: TypeInfo) {
  const kinds = (type: TypeInfo) => type?.objectTypes.map(({ key }) => key).join()
  return a?.source === b?.source && kinds(a) === kinds(b)
}
