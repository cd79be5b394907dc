import router from '@adonisjs/core/services/router'
import type { Capability } from '#core/permissions/matrix'
import { middleware } from '#start/kernel'

/**
 * Saved reports and their schedules. Reports of others are there for administrators only, templates
 * for everybody to copy.
 *
 *   GET    saved-reports                  ?all=true → { savedReports: [SavedReport] }; all of the customer's for administrators
 *   POST   saved-reports                  { name, query, recipients?, active?, locale?, expiresOn?, isTemplate?, schedules? }
 *   GET    saved-reports/:id              → { savedReport }; 404 E_UNKNOWN_SAVED_REPORT
 *   PATCH  saved-reports/:id              the same, each optional, without schedules
 *   DELETE saved-reports/:id              → 204
 *   POST   saved-reports/:id/copy         { name? } → 201 { savedReport }, inactive and the asker's own
 *   POST   saved-reports/:id/pause        { until? } (local date) ; DELETE takes it up again
 *   PUT    saved-reports/:id/owner        { userId }; 422 E_OWNER_CANNOT_MAKE
 *   POST   saved-reports/:id/for-groups   { groups: [id] } → 201 { savedReports, leftOut: [{ group, code, message }] }
 *   GET    saved-report-templates         → { templates: [{ id, name, report, own }] }
 *   POST   saved-reports/:id/schedules    Schedule → 201 { schedule }; PATCH and DELETE saved-reports/:id/schedules/:schedule
 *   POST   schedule-runs                  Schedule and { count?, on?, window? } → { runs: [{ dueAt, zone, date, from, to }], period: { from, to }, warnings }
 *                                         window: what the report's period counts of each day, { fromTime?, toTime?, weekdays?, holidays?, hours? }
 *   SavedReport  { id, name, report, state: 'active' | 'inactive' | 'paused' | 'expired' | 'ownerLost', active, paused, pausedUntil,
 *                expiresOn, isTemplate, locale, recipients, query, owner: { id, name, email, problem }, schedules, nextRunAt, lastSentAt, createdAt, updatedAt }
 *   Schedule     { id, send, sendTime, zone, closedDays, period, periodCount, grouping, interval, intervals, format, charts,
 *                specification, columnDescriptions, timeFormat, ownRights, warnings: [{ code, message, dueAt, endsAt, completeAt }] }
 */

const Owners = () => import('#core/saved_reports/controllers/owners_controller')
const Pauses = () => import('#core/saved_reports/controllers/pauses_controller')
const SavedReports = () => import('#core/saved_reports/controllers/saved_reports_controller')
const Schedules = () => import('#core/saved_reports/controllers/schedules_controller')
const Templates = () => import('#core/saved_reports/controllers/templates_controller')

const may = (capability: Capability) => middleware.reader({ grant: 'report', capability })

router
  .group(() => {
    router.get('saved-reports', [SavedReports, 'index'])
    router.get('saved-reports/:id', [SavedReports, 'show'])
    router.get('saved-report-templates', [Templates, 'index'])
  })
  .prefix('/api/report/v1')
  .use(may('savedReports.read'))
  .as('saved')

router
  .group(() => {
    router.post('saved-reports', [SavedReports, 'store'])
    router.patch('saved-reports/:id', [SavedReports, 'update'])
    router.delete('saved-reports/:id', [SavedReports, 'destroy'])
    router.post('saved-reports/:id/copy', [SavedReports, 'copy'])
    router.post('saved-reports/:id/pause', [Pauses, 'store'])
    router.delete('saved-reports/:id/pause', [Pauses, 'destroy'])
    router.post('saved-reports/:id/for-groups', [Templates, 'forGroups'])
    router.post('saved-reports/:id/schedules', [Schedules, 'store'])
    router.patch('saved-reports/:id/schedules/:schedule', [Schedules, 'update'])
    router.delete('saved-reports/:id/schedules/:schedule', [Schedules, 'destroy'])
    router.post('schedule-runs', [Schedules, 'runs'])
  })
  .prefix('/api/report/v1')
  .use(may('savedReports.manage'))
  .as('saved.managed')

router
  .put('/api/report/v1/saved-reports/:id/owner', [Owners, 'update'])
  .use(may('savedReports.give'))
  .as('saved.owner')
