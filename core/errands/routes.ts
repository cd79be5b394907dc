import router from '@adonisjs/core/services/router'
import type { Capability } from '#core/permissions/matrix'
import { middleware } from '#start/kernel'

const Comments = () => import('#core/errands/controllers/comments_controller')
const Documents = () => import('#core/errands/controllers/documents_controller')
const Errands = () => import('#core/errands/controllers/errands_controller')
const Subscriptions = () => import('#core/errands/controllers/subscriptions_controller')

const may = (capability: Capability) => middleware.reader({ capability })
const ONE = ':service/:errand'

router
  .group(() => {
    router.get('/', [Errands, 'index']).use(may('errands.read'))
    router.post('/', [Errands, 'store']).use(may('errands.report'))
    router.get('services', [Errands, 'services']).use(may('errands.read'))
    router.get('new', [Errands, 'new']).use(may('errands.handle'))
    router.get('assignees', [Errands, 'assignees']).use(may('errands.handle'))
    router.get('subscription', [Subscriptions, 'show']).use(may('errands.read'))
    router.put('subscription', [Subscriptions, 'update']).use(may('errands.read'))
    router.get('documents/:document', [Documents, 'show']).use(may('errands.documents'))
    router.delete('documents/:document', [Documents, 'destroy']).use(may('errands.upload'))
    router.get(ONE, [Errands, 'show']).use(may('errands.read'))
    router.patch(ONE, [Errands, 'update']).use(may('errands.handle'))
    router.post(`${ONE}/comments`, [Comments, 'store']).use(may('errands.comment'))
    router.get(`${ONE}/documents`, [Documents, 'index']).use(may('errands.documents'))
    router.post(`${ONE}/documents`, [Documents, 'store']).use(may('errands.upload'))
  })
  .prefix('/api/errands/v1')
  .as('errands')
