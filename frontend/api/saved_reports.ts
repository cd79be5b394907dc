import { listQuery, type ListAnswer, type ListQuestion } from './list.js'
import { request } from './client.js'
import type { Grouping, Interval, ReportRequest, FileTimeFormat } from './report.js'

/** What a saved report is of: a request without its dates. */
export interface SavedQuery extends Omit<Partial<ReportRequest>, 'period' | 'report'> {
  report: string
  period?: Partial<Omit<ReportRequest['period'], 'from' | 'to' | 'dates'>>
}

export const sendChoices = [
  'everyDay',
  'workingDays',
  'dayAfterWorkingDay',
  'mondays',
  'tuesdays',
  'wednesdays',
  'thursdays',
  'fridays',
  'saturdays',
  'sundays',
  'firstDayOfMonth',
  'lastDayOfMonth',
  'firstDayOfYear',
  'lastDayOfYear',
  'never',
] as const
export type SendChoice = (typeof sendChoices)[number]

export const closedDayChoices = ['send', 'skip', 'previousWorkingDay', 'nextWorkingDay'] as const
export type ClosedDays = (typeof closedDayChoices)[number]

export const periodChoices = [
  'today',
  'yesterday',
  'lastDaysToYesterday',
  'lastDaysToToday',
  'previousWeek',
  'previousWorkWeek',
  'weekToYesterday',
  'weekToToday',
  'lastWeekToYesterday',
  'lastWeekToToday',
  'lastWeeks',
  'previousMonth',
  'monthToYesterday',
  'monthToToday',
  'lastMonths',
  'yearToYesterday',
  'yearToToday',
  'lastYear',
  'lastYears',
] as const
export type PeriodChoice = (typeof periodChoices)[number]

/** The periods that take a number, and the largest that each takes. */
export const countedPeriods: Partial<Record<PeriodChoice, number>> = {
  lastDaysToYesterday: 9131,
  lastDaysToToday: 9131,
  lastWeeks: 1300,
  lastMonths: 300,
  lastYears: 25,
}

/** When a saved report is sent, what days it covers then, and as what file. */
export interface ScheduleChange {
  send: SendChoice
  sendTime: string
  zone: string
  closedDays: ClosedDays
  period: PeriodChoice
  periodCount: number
  grouping: Grouping
  interval: Interval
  intervals: Interval[]
  format: string
  charts: boolean
  specification: boolean
  columnDescriptions: boolean
  timeFormat: FileTimeFormat
  ownRights: boolean
}
export interface Schedule extends ScheduleChange {
  id: number
  warnings: ScheduleWarning[]
}

/** What a schedule would lose: it sends before the hours have ended that its report counts. */
export interface ScheduleWarning {
  code: string
  message: string
  dueAt: string
  endsAt: string
  completeAt: string
}

export type SavedState = 'active' | 'inactive' | 'paused' | 'expired' | 'ownerLost'

/** Moments are ISO texts, days local dates. */
export interface SavedReport {
  id: number
  name: string
  report: string
  state: SavedState
  active: boolean
  paused: boolean
  pausedUntil: string | null
  expiresOn: string | null
  isTemplate: boolean
  locale: string
  recipients: string[]
  query: SavedQuery
  owner: { id: number | null; name: string; email: string; problem: string | null }
  schedules: Schedule[]
  nextRunAt: string | null
  lastSentAt: string | null
  createdAt: string
  updatedAt: string
}

/** What may be said of a saved report; what is left out stays. */
export interface SavedReportChange {
  name?: string
  query?: SavedQuery
  active?: boolean
  locale?: string
  recipients?: string[]
  expiresOn?: string | null
  isTemplate?: boolean
}

/** A sending to come, and the days that the report will cover. */
export interface Run {
  dueAt: string
  zone: string
  date: string
  from: string
  to: string
}

export interface Template {
  id: number
  name: string
  report: string
  own: boolean
}

/** A group that no report was made for, and why. */
export interface LeftOut {
  group: { id: number; name: string }
  code: string
  message: string
}

const SAVED = '/api/report/v1/saved-reports'
const one = async (answer: Promise<{ savedReport: SavedReport }>) => {
  const { savedReport } = await answer
  return savedReport
}

export async function listSavedReports(all: boolean): Promise<SavedReport[]> {
  const { savedReports } = await request<{ savedReports: SavedReport[] }>(
    'GET',
    all ? `${SAVED}?all=true` : SAVED
  )
  return savedReports
}

/** A part of the reader's saved reports, or for an administrator of everybody's. */
export async function searchSavedReports(
  question: ListQuestion,
  all: boolean
): Promise<ListAnswer<SavedReport>> {
  const { savedReports, ...counts } = await request<{
    savedReports: SavedReport[]
    found: number
    all: number
  }>('GET', `${SAVED}?${listQuery(question, { all: all ? 'true' : undefined })}`)
  return { rows: savedReports, ...counts }
}

export const getSavedReport = (id: number) => one(request('GET', `${SAVED}/${id}`))

export const createSavedReport = ({
  schedules,
  ...change
}: SavedReportChange & { schedules?: readonly ScheduleChange[] }) =>
  one(
    request('POST', SAVED, {
      body: { ...change, ...(schedules && { schedules: schedules.map(choices) }) },
    })
  )

export const changeSavedReport = (id: number, body: SavedReportChange) =>
  one(request('PATCH', `${SAVED}/${id}`, { body }))

export const deleteSavedReport = (id: number) => request<void>('DELETE', `${SAVED}/${id}`)

/** Sends nothing until the day comes, or where it is null until it is taken up again. */
export const pauseSavedReport = (id: number, until: string | null) =>
  one(request('POST', `${SAVED}/${id}/pause`, { body: { until } }))

export const resumeSavedReport = (id: number) => one(request('DELETE', `${SAVED}/${id}/pause`))

export const giveSavedReport = (id: number, userId: number) =>
  one(request('PUT', `${SAVED}/${id}/owner`, { body: { userId } }))

/** What is chosen of a schedule; requests take nothing else, and one that is saved has an id. */
function choices(
  schedule: ScheduleChange & { id?: number; warnings?: readonly ScheduleWarning[] }
): ScheduleChange {
  const chosen = { ...schedule }
  delete chosen.id
  delete chosen.warnings
  return chosen
}

export const addSchedule = (id: number, schedule: ScheduleChange) =>
  request<{ schedule: Schedule }>('POST', `${SAVED}/${id}/schedules`, { body: choices(schedule) })

export const changeSchedule = (id: number, schedule: number, change: ScheduleChange) =>
  request<{ schedule: Schedule }>('PATCH', `${SAVED}/${id}/schedules/${schedule}`, {
    body: choices(change),
  })

export const removeSchedule = (id: number, schedule: number) =>
  request<void>('DELETE', `${SAVED}/${id}/schedules/${schedule}`)

/** The next sendings of a schedule, and the days it would cover if it were made on a local date, or today. */
export const showRuns = (
  schedule: ScheduleChange,
  { on, window, signal }: { on?: string; window?: SavedQuery['period']; signal?: AbortSignal } = {}
) =>
  request<{ runs: Run[]; period: { from: string; to: string }; warnings: ScheduleWarning[] }>(
    'POST',
    '/api/report/v1/schedule-runs',
    { body: { ...choices(schedule), ...(on && { on }), ...(window && { window }) }, signal }
  )

export async function listTemplates(): Promise<Template[]> {
  const { templates } = await request<{ templates: Template[] }>(
    'GET',
    '/api/report/v1/saved-report-templates'
  )
  return templates
}

export const makeForGroups = (id: number, groups: readonly number[]) =>
  request<{ savedReports: SavedReport[]; leftOut: LeftOut[] }>(
    'POST',
    `${SAVED}/${id}/for-groups`,
    {
      body: { groups },
    }
  )

/** A copy of the reader's own, with the schedules; it sends nothing yet. */
export const copySavedReport = (id: number) =>
  one(request('POST', `${SAVED}/${id}/copy`, { body: {} }))
