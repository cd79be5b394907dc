import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const FilesController = () => import('#core/collection/controllers/files_controller')
const PushController = () => import('#core/collection/controllers/push_controller')
const QuarantineController = () => import('#core/collection/controllers/quarantine_controller')

router
  .post('/api/collect/v1/:point', [PushController, 'store'])
  .use(middleware.reader({ grant: 'collect', capability: 'collection.push' }))

router
  .group(() => {
    router.get('/api/collection/v1/quarantine', [QuarantineController, 'index'])
    router.post('/api/collection/v1/files/:id/again', [FilesController, 'again'])
  })
  .use(middleware.reader({ grant: 'collect', capability: 'collection.manage' }))
