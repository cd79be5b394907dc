import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import SavedReport from '#core/saved_reports/models/saved_report'

/** Saved reports name groups as people do, so they follow when a group is called something else. */
export async function renameGroupInSavedReports(
  client: TransactionClientContract,
  customerId: number,
  { from, to }: { from: string; to: string }
): Promise<void> {
  const all = await SavedReport.query({ client }).where('customerId', customerId)
  for (const saved of all) {
    const { groups } = saved.query
    if (!groups?.includes(from)) continue
    const renamed = groups.map((name) => (name === from ? to : name))
    await saved.merge({ query: { ...saved.query, groups: renamed } }).save()
  }
}
