import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const Aliases = () => import('#core/measurement_objects/controllers/aliases_controller')
const Groups = () => import('#core/measurement_objects/controllers/groups_controller')
const Members = () => import('#core/measurement_objects/controllers/group_members_controller')
const Objects = () => import('#core/measurement_objects/controllers/objects_controller')
const Points = () => import('#core/measurement_objects/controllers/points_controller')

router
  .group(() => {
    router.get('objects', [Objects, 'index'])
    router.post('objects', [Objects, 'store'])
    router.patch('objects/:id', [Objects, 'update'])
    router.put('objects/:id/groups', [Objects, 'groups'])
    router.delete('objects/:id', [Objects, 'destroy'])
    router.get('objects/:id/aliases', [Aliases, 'index'])
    router.post('objects/:id/aliases', [Aliases, 'store'])
    router.delete('objects/:id/aliases/:alias', [Aliases, 'destroy'])
    router.get('groups', [Groups, 'index'])
    router.post('groups', [Groups, 'store'])
    router.patch('groups/:id', [Groups, 'update'])
    router.post('groups/delete', [Groups, 'destroyMany'])
    router.get('groups/:id/consequences', [Groups, 'consequences'])
    router.delete('groups/:id', [Groups, 'destroy'])
    router.post('groups/:id/objects', [Members, 'store'])
    router.delete('groups/:id/objects', [Members, 'destroy'])
    router.post('groups/:id/move', [Members, 'move'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'objects.manage' }))
  .as('measured')

router
  .get('/api/admin/v1/points', [Points, 'index'])
  .use(middleware.reader({ capability: 'points.read' }))
  .as('measured.points')
