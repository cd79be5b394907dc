import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const EntriesController = () => import('#core/audit_log/controllers/entries_controller')

router
  .group(() => {
    router.get('entries', [EntriesController, 'index'])
    router.get('export', [EntriesController, 'export']).as('audit.export')
  })
  .prefix('/api/audit/v1')
  .use(middleware.reader({ capability: 'audit.read' }))
