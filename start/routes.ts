import router from '@adonisjs/core/services/router'
import '#core/api/routes'
import '#core/audit_log/routes'
import '#core/collection/routes'
import '#core/delivery/routes'
import '#core/demo/routes'
import '#core/customers/routes'
import '#core/errands/routes'
import '#core/exports/routes'
import '#core/feeds/routes'
import '#core/jobs/routes'
import '#core/live/routes'
import '#core/measurement_objects/routes'
import '#core/messages/routes'
import '#core/modules/routes'
import '#core/opened_reports/routes'
import '#core/operations/routes'
import '#core/people/routes'
import '#core/reports/routes'
import '#core/saved_reports/routes'
import '#core/users/routes'
import { middleware } from '#start/kernel'

const ProbesController = () => import('#core/operations/controllers/probes_controller')
const PageController = () => import('#core/customers/controllers/page_controller')

router
  .group(() => {
    router.get('/health', [ProbesController, 'ready']).as('health')
    router.get('/health/ready', [ProbesController, 'ready']).as('health.ready')
    router.get('/health/live', [ProbesController, 'live']).as('health.live')
  })
  .use(middleware.anyone({ capability: 'health.read' }))

// Each module keeps its own routes; the page takes what is left, so it comes last.
router.get('*', [PageController, 'show']).use(middleware.anyone({ capability: 'page.open' }))
