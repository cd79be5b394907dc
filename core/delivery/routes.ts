import router from '@adonisjs/core/services/router'
import type { Capability } from '#core/permissions/matrix'
import { middleware } from '#start/kernel'

/*
 *   GET    saved-reports/:id/sendings?before=&limit=        → { sendings: [Sending], next }
 *   POST   saved-reports/:id/schedules/:schedule/send       { asIfOn?, recipients? } → 202 { sending }
 *   GET    sendings/:id                                     → { sending }; also of files that were mailed from a report
 *   POST   dispatches/:id/again                             → { sending }; of what failed, bounced or is unknown
 *   GET    archive/:id                                      the file; DELETE forgets what it holds
 *   Sending  { id, savedReportId, scheduleId, title, dueAt, byHand, onDate, from, to, state, problem, attempts, nextTryAt, plannedAt, madeAt,
 *              recipients: [{ id, address, state, problem, attempts, nextTryAt, handedAt, stateAt, fileId }],
 *              files: [{ id, name, contentType, size, madeAt, forgottenAt, downloadable }] }
 *   state of a recipient: planned, making, made, handing, handed, confirmed, bounced, failed, unknown, skipped
 */

const Archive = () => import('#core/delivery/controllers/archive_controller')
const Sendings = () => import('#core/delivery/controllers/sendings_controller')

const may = (capability: Capability) => middleware.reader({ grant: 'report', capability })

router
  .group(() => {
    router.get('saved-reports/:id/sendings', [Sendings, 'index']).use(may('savedReports.read'))
    router
      .post('saved-reports/:id/schedules/:schedule/send', [Sendings, 'store'])
      .use(may('savedReports.manage'))
    router.get('sendings/:id', [Sendings, 'show']).use(may('jobs.own'))
    router.post('dispatches/:id/again', [Sendings, 'again']).use(may('exports.make'))
    router.get('archive/:id', [Archive, 'show']).use(may('exports.make'))
    router.delete('archive/:id', [Archive, 'destroy']).use(may('savedReports.manage'))
  })
  .prefix('/api/report/v1')
  .as('delivery')
