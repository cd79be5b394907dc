import router from '@adonisjs/core/services/router'
import type { Capability } from '#core/permissions/matrix'
import { middleware } from '#start/kernel'

const EarlierAddressesController = () =>
  import('#core/reports/controllers/earlier_addresses_controller')
const TypesController = () => import('#core/reports/controllers/types_controller')
const ObjectsController = () => import('#core/reports/controllers/objects_controller')
const GenerateController = () => import('#core/reports/controllers/generate_controller')
const SpecificationController = () => import('#core/reports/controllers/specification_controller')
const JourneysController = () => import('#core/reports/controllers/journeys_controller')
const FollowUpController = () => import('#core/reports/controllers/follow_up_controller')
const DistributionsController = () => import('#core/reports/controllers/distributions_controller')
const WeekdaysController = () => import('#core/reports/controllers/weekdays_controller')

/** Stands before everything that answers a reader's question. */
const may = (capability: Capability) => middleware.reader({ grant: 'report', capability })

router
  .group(() => {
    router.get('types', [TypesController, 'index']).use(may('reports.read'))
    router.get('objects', [ObjectsController, 'index']).use(may('reports.read'))
    router.post('generate', [GenerateController, 'store']).use(may('reports.read'))
    router.post('export', [GenerateController, 'store']).as('export.store').use(may('exports.make'))
    router.post('distribution', [DistributionsController, 'store']).use(may('reports.read'))
    router.post('by-weekday', [WeekdaysController, 'store']).use(may('reports.read'))
    router.post('specification', [SpecificationController, 'store']).use(may('specifications.open'))
    router.post('journey', [JourneysController, 'store']).use(may('specifications.open'))
    router.post('follow-up', [FollowUpController, 'store']).use(may('specifications.open'))
  })
  .prefix('/api/report/v1')
  .use(middleware.jsonAnswer())

// Programs that were written for the earlier versions find the one there is.
router
  .group(() => {
    for (const version of ['v1-0', 'v1-1']) {
      router
        .route(`/api/report/${version}/*`, ['GET', 'POST'], [EarlierAddressesController, 'show'])
        .as(`earlier.${version}`)
    }
  })
  .use(middleware.anyone({ capability: 'documentation.read' }))
