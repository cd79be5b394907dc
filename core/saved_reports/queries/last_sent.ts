import db from '@adonisjs/lucid/services/db'
import { momentDate } from '#database/columns'

/** When some saved reports were last handed over to somebody, by their id; those that never were are not there. */
export async function lastSent(savedReportIds: readonly number[]): Promise<Map<number, Date>> {
  const rows = (await db
    .from('dispatches')
    .join('sendings', 'sendings.id', 'dispatches.sending_id')
    .whereIn('sendings.saved_report_id', [...savedReportIds])
    .whereNotNull('dispatches.handed_at')
    .groupBy('sendings.saved_report_id')
    .select({ id: 'sendings.saved_report_id' })
    .max('dispatches.handed_at as at')) as { id: number; at: string }[]
  return new Map(rows.map(({ id, at }) => [id, momentDate(at) as Date]))
}
