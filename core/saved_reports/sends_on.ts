import type SavedReport from '#core/saved_reports/models/saved_report'

/** How a saved report stands on a local date: what it is called in lists, and why it does not send. */
export const savedReportStates = ['active', 'inactive', 'paused', 'expired'] as const
export type SavedReportState = (typeof savedReportStates)[number]

type Standing = Pick<SavedReport, 'active' | 'paused' | 'pausedUntil' | 'expiresOn'>

export function stateOn(saved: Standing, date: string): SavedReportState {
  if (saved.expiresOn !== null && date > saved.expiresOn) return 'expired'
  if (!saved.active) return 'inactive'
  const rests = saved.paused && (saved.pausedUntil === null || date < saved.pausedUntil)
  return rests ? 'paused' : 'active'
}

/** Whether a saved report is sent on its schedules on a local date. */
export const sendsOn = (saved: Standing, date: string): boolean => stateOn(saved, date) === 'active'
