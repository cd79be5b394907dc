import { computed, reactive, ref, watch, type Ref } from 'vue'
import { ApiError } from '../api/client.js'
import {
  changeSavedReport,
  createSavedReport,
  type SavedReport,
  type SavedReportChange,
} from '../api/saved_reports.js'
import { useTask } from '../composables/use_task.js'
import { draftProblems } from '../reports/draft_problems.js'
import { draftColumns, emptyDraft } from '../reports/report_draft.js'
import { advancedPage } from '../reports/report_page.js'
import { provideReportFields } from '../reports/use_report_tool.js'
import { useCatalogueStore } from '../stores/catalogue.js'
import { useReportObjectsStore } from '../stores/report_objects.js'
import { badAddress } from './addresses.js'
import { draftOf, queryOf } from './saved_query.js'

/** No dates are chosen here; the fields want some all the same. */
const ANY_DAY = { from: '2026-01-01', to: '2026-01-01' }

/** What a saved report is called, and to whom it goes in what language. */
export type SavedSettings = Required<Omit<SavedReportChange, 'query'>>

/** A saved report while it is changed: its settings, and what it is of in the fields of the report tool. */
export function useSavedDraft(saved: Ref<SavedReport | null>) {
  const catalogue = useCatalogueStore()
  const objects = useReportObjectsStore()
  const { busy, problem, run } = useTask()
  const refusal = ref<unknown>(null)
  const draft = reactive(emptyDraft(ANY_DAY.from, ANY_DAY.to))
  const settings = ref<SavedSettings>(settingsOf(saved.value))
  /** What was there when the form was filled, to see what has changed. */
  const before = ref('')

  const type = computed(() => catalogue.find(draft.report))
  const columns = computed(() => (type.value ? draftColumns(draft, type.value) : []))
  const answered = computed(() => {
    if (!(refusal.value instanceof ApiError)) return undefined
    const { problem: said } = refusal.value
    return { ...said, field: said.field?.replace(/^query\./, '') }
  })
  const problems = computed(() => draftProblems(draft, columns.value, answered.value))
  const now = () => JSON.stringify([settings.value, draft])

  watch(
    saved,
    (one) => {
      if (!one) return
      settings.value = settingsOf(one)
      Object.assign(draft, draftOf(one.query, ANY_DAY))
      before.value = now()
      void objects.load(one.query.report)
    },
    { immediate: true }
  )
  watch(
    () => JSON.stringify(draft),
    () => (refusal.value = null)
  )
  provideReportFields({
    page: advancedPage,
    draft,
    type,
    listing: computed(() => objects.of(draft.report)),
    problems,
  } as Parameters<typeof provideReportFields>[0])

  /** Where the source is no longer the customer's its report stays as it was saved. */
  const query = computed(() => (type.value ? queryOf(draft, type.value) : saved.value?.query))
  const complete = computed(
    () =>
      Boolean(settings.value.name.trim() && query.value && (columns.value.length || !type.value)) &&
      !badAddress(settings.value.recipients) &&
      !Object.values(problems.value).some((one) => one && 'key' in one)
  )
  const change = (): SavedReportChange => ({
    ...settings.value,
    ...(query.value && type.value && { query: query.value }),
  })

  const keepRefusal = (error: unknown) => {
    refusal.value = error
    return undefined
  }

  return {
    draft,
    type,
    columns,
    settings,
    problems,
    busy,
    problem,
    complete,
    changed: computed(() => before.value !== '' && now() !== before.value),
    save: () => run(() => changeSavedReport(saved.value?.id ?? 0, change()), keepRefusal),
    /** Saves what is in the form as another, with the same schedules; it sends nothing yet. */
    async saveCopy(name: string): Promise<SavedReport | undefined> {
      let made: SavedReport | undefined
      await run(async () => {
        const { schedules = [], query: kept } = saved.value ?? {}
        made = await createSavedReport({ query: kept, ...change(), name, active: false, schedules })
      }, keepRefusal)
      return made
    },
  }
}

const settingsOf = (saved: SavedReport | null): SavedSettings => ({
  name: saved?.name ?? '',
  active: saved?.active ?? false,
  locale: saved?.locale ?? 'sv',
  recipients: [...(saved?.recipients ?? [])],
  expiresOn: saved?.expiresOn ?? null,
  isTemplate: saved?.isTemplate ?? false,
})
