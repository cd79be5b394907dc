import { stringifyQuery, useRouter } from 'vue-router'
import { showRuns, type SavedReport, type Schedule } from '../api/saved_reports.js'
import { useOpenedReportsStore } from '../stores/opened_reports.js'
import { useTask } from '../composables/use_task.js'
import { executeAddress } from './saved_query.js'

/** Opens a saved report in the report tool, with the days that a schedule covers today. */
export function useExecute() {
  const router = useRouter()
  const opened = useOpenedReportsStore()
  const { busy, problem, run } = useTask()

  const open = (saved: SavedReport, schedule: Schedule) =>
    run(async () => {
      const { period } = await showRuns(schedule)
      const query = executeAddress(saved.query, schedule, period)
      void opened.note({
        kind: 'saved',
        report: String(saved.id),
        query: stringifyQuery(query),
      })
      await router.push({ name: 'advancedReports', query })
    })

  return { busy, problem, open }
}
