import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const ExportsController = () => import('#core/exports/controllers/exports_controller')

router
  .post('/api/jobs/v1/exports', [ExportsController, 'store'])
  .use(middleware.reader({ grant: 'report', capability: 'exports.make' }))
