import router from '@adonisjs/core/services/router'
import { swaggerFiles } from '#core/api/swagger_files'
import { middleware } from '#start/kernel'

const ClientsController = () => import('#core/api/controllers/clients_controller')
const DocumentationController = () => import('#core/api/controllers/documentation_controller')

router
  .group(() => {
    router.get('/', [DocumentationController, 'show'])
    router.get('openapi.json', [DocumentationController, 'openapi'])
    router.get('postman_collection.json', [DocumentationController, 'collection'])
    router.get('postman_environment.json', [DocumentationController, 'environment'])
    router
      .get('assets/:file', [DocumentationController, 'asset'])
      .where('file', { match: new RegExp(`^(${swaggerFiles.join('|').replaceAll('.', '\\.')})$`) })
  })
  .prefix('/api/doc')
  .use(middleware.anyone({ capability: 'documentation.read' }))
  .as('documentation')

router
  .group(() => {
    router.get('api-clients', [ClientsController, 'index'])
    router.post('users/:id/tickets/:ticket/client', [ClientsController, 'store'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'users.manage' }))
  .as('clients')
