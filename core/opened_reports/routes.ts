import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const OpenedReportsController = () =>
  import('#core/opened_reports/controllers/opened_reports_controller')

/**
 * What each person opens often.
 *   GET  /api/opened-reports   → { often: [{ kind, report, name, preset, query, period, times, openedAt }] }, a few of each
 *                                kind, the most used of the last 90 days first
 *   POST /api/opened-reports   { kind: 'basic' | 'advanced' | 'saved', report, preset?, query, period? } → 204;
 *                                `query` is the page's address after its question mark, `period` the name of a
 *                                quick period whose dates it has
 */
router
  .group(() => {
    router.get('', [OpenedReportsController, 'index'])
    router.post('', [OpenedReportsController, 'store'])
  })
  .prefix('/api/opened-reports')
  .use(middleware.reader({ grant: 'report', capability: 'reports.read' }))
