import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const TypesController = () => import('#core/reports/controllers/types_controller')
const ObjectsController = () => import('#core/reports/controllers/objects_controller')
const GenerateController = () => import('#core/reports/controllers/generate_controller')
const SpecificationController = () => import('#core/reports/controllers/specification_controller')

router
  .group(() => {
    router.get('types', [TypesController, 'index'])
    router.get('objects', [ObjectsController, 'index'])
    router.post('generate', [GenerateController, 'store'])
    router.post('export', [GenerateController, 'store']).as('export.store')
    router.post('specification', [SpecificationController, 'store'])
  })
  .prefix('/api/report/v1')
  .use(middleware.reader({ grant: 'report' }))
