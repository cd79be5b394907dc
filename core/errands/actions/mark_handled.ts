import { DateTime } from 'luxon'
import type { FoundErrand } from '#core/errands/queries/find_errand'

/** Takes the mark of a new errand away, where it has one. */
export async function markHandled({ report }: FoundErrand): Promise<void> {
  if (report && !report.handledAt) await report.merge({ handledAt: DateTime.utc() }).save()
}
