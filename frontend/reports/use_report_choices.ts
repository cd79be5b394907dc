import { parseDate, today } from '@internationalized/date'
import { computed, reactive, ref } from 'vue'
import { ApiError } from '../api/client.js'
import { useCatalogueStore } from '../stores/catalogue.js'
import { useReportObjectsStore } from '../stores/report_objects.js'
import { useReportStore } from '../stores/report.js'
import { useSessionStore } from '../stores/session.js'
import { daysOf } from './calendar.js'
import { draftProblems } from './draft_problems.js'
import { emptyDraft, presetColumns, toRequest } from './report_draft.js'
import type { Sorting } from './sort_rows.js'

export type Tab = 'content' | 'result' | 'export' | 'information'
export type View = 'both' | 'table'
export type ReportChoices = ReturnType<typeof useReportChoices>

/** What the reader chooses, and what follows from it: which columns, which problems, whether it is what is shown. */
export function useReportChoices() {
  const catalogue = useCatalogueStore()
  const objects = useReportObjectsStore()
  const report = useReportStore()
  const session = useSessionStore()

  const zone = computed(() => session.session?.customer?.zone ?? 'UTC')
  const month = daysOf('last30Days', today(zone.value))
  const draft = reactive(emptyDraft(month.from, month.to))
  const tab = ref<Tab>('content')
  const view = ref<View>('both')
  const sorting = ref<Sorting | null>(null)

  const type = computed(() => catalogue.find(draft.report))
  const listing = computed(() => objects.of(draft.report))
  const problems = computed(() => draftProblems(draft, serverProblem()))
  const wanted = computed(() => (type.value ? toRequest(draft, type.value) : null))

  /** The report type and the preset's name of what is on the screen, not of what is being chosen. */
  const shownType = computed(() => catalogue.find(report.asked?.report ?? null))
  const stale = computed(() => {
    if (!report.asked || !wanted.value) return false
    // Another interval is another way of showing the same.
    const wish = { ...wanted.value, interval: report.asked.interval }
    return JSON.stringify(wish) !== JSON.stringify(report.asked)
  })

  function serverProblem() {
    return report.problem instanceof ApiError && !stale.value ? report.problem.problem : undefined
  }

  /** Another report: objects stay chosen where the new one is about the same kind. */
  function choose(wish: string, preset: string | null) {
    const before = type.value
    const after = catalogue.find(wish)
    draft.report = wish
    draft.preset = preset ?? after?.presets[0]?.key ?? null
    if (before?.key !== wish) {
      draft.parameters = {}
      if (!sameObjects(before, after)) draft.objects = []
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
    wanted,
    stale,
    choose,
    today: () => today(zone.value),
    toDate: parseDate,
    columns: computed(() => (type.value ? presetColumns(type.value, draft.preset) : [])),
  }
}

type TypeInfo = ReturnType<ReturnType<typeof useCatalogueStore>['find']>

function sameObjects(a: TypeInfo, b: TypeInfo) {
  const kinds = (type: TypeInfo) => type?.objectTypes.map(({ key }) => key).join()
  return a?.source === b?.source && kinds(a) === kinds(b)
}
