import { nothingSeen } from '#core/reports/errors'
import type { PreparedReport } from '#core/reports/prepare_report'

/**
 * Demands that a report that is kept, sent or read by other systems is about something: an empty one
 * would not tell that access was lost. Who sees everything may have an empty platform.
 *
 * @throws E_NOTHING_SEEN
 */
export function demandSeen({ chosen, reader }: Pick<PreparedReport, 'chosen' | 'reader'>): void {
  if (chosen.objects.length === 0 && reader.objectIds !== null) throw nothingSeen()
}
