import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const Brandings = () => import('#core/customers/controllers/brandings_controller')
const InvitedOperators = () => import('#core/customers/controllers/invited_operators_controller')
const OwnBranding = () => import('#core/customers/controllers/own_branding_controller')
const Settings = () => import('#core/customers/controllers/settings_controller')

router
  .group(() => {
    router.get('settings', [Settings, 'show'])
    router.patch('settings', [Settings, 'update'])
    router.get('branding', [OwnBranding, 'show'])
    router.patch('branding', [OwnBranding, 'update'])
    router.put('branding/logo', [OwnBranding, 'logo'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'settings.manage' }))
  .as('settings')

router
  .group(() => {
    router.get('operators', [InvitedOperators, 'show'])
    router.post('operators', [InvitedOperators, 'store'])
    router.delete('operators', [InvitedOperators, 'destroy'])
  })
  .prefix('/api/admin/v1')
  .use(middleware.reader({ capability: 'operators.invite' }))
  .as('invited')

router
  .group(() => {
    router.get('/api/branding', [Brandings, 'show'])
    router.get('/api/branding/logo', [Brandings, 'logo'])
  })
  .use(middleware.anyone({ capability: 'branding.read' }))
  .as('branding')
