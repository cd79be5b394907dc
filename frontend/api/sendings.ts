import { request, requestFile, type Problem } from './client.js'

/** How a sending to one recipient stands. */
export type SendingState =
  | 'planned'
  | 'making'
  | 'made'
  | 'handing'
  | 'handed'
  | 'confirmed'
  | 'bounced'
  | 'failed'
  | 'unknown'
  | 'skipped'

type Said = Pick<Problem, 'code' | 'message'>

/** One sending of a report, to all its recipients. Moments are ISO texts, days local dates. */
export interface Sending {
  id: number
  scheduleId: number | null
  dueAt: string
  byHand: boolean
  onDate: string
  from: string
  to: string
  state: SendingState
  problem: Said | null
  recipients: {
    id: string
    address: string
    state: SendingState
    problem: Said | null
    stateAt: string
    nextTryAt: string | null
  }[]
  files: {
    id: string
    name: string
    size: number
    forgottenAt: string | null
    downloadable: boolean
  }[]
}

const ROOT = '/api/report/v1'

/** The newest first; `next` is where the page after this one begins. */
export const listSendings = (savedReportId: number, before?: number) =>
  request<{ sendings: Sending[]; next: number | null }>(
    'GET',
    `${ROOT}/saved-reports/${savedReportId}/sendings?limit=20${before ? `&before=${before}` : ''}`
  )

/** Sends by hand as a schedule does, as if it were made on a day, to these instead of the report's own. */
export const sendNow = (
  savedReportId: number,
  scheduleId: number,
  body: { asIfOn: string; recipients: readonly string[] }
) =>
  request<{ sending: Sending }>(
    'POST',
    `${ROOT}/saved-reports/${savedReportId}/schedules/${scheduleId}/send`,
    { body }
  )

/** What failed, bounced or may not have arrived, once more to the one recipient. */
export const sendAgain = (dispatchId: string) =>
  request<{ sending: Sending }>('POST', `${ROOT}/dispatches/${dispatchId}/again`)

export const getArchivedFile = (id: string) => requestFile(`${ROOT}/archive/${id}`, {}, 'GET')
