import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const LiveController = () => import('#core/live/controllers/live_controller')

router
  .post('/api/live/v1/:point', [LiveController, 'store'])
  .use(middleware.reader({ grant: 'collect', capability: 'collection.push' }))

router
  .group(() => {
    router.get('/api/live/v1/types', [LiveController, 'types'])
    router.get('/api/live/v1/values', [LiveController, 'index'])
  })
  .use(middleware.reader({ grant: 'report', capability: 'live.read' }))
