import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const CallbackController = () => import('#core/messages/callbacks/callback_controller')

router
  .group(() => {
    router.get('/in/:channel/:token', [CallbackController, 'take']).as('channels.called')
    router.post('/in/:channel/:token', [CallbackController, 'take']).as('channels.told')
  })
  .use(middleware.anyone({ capability: 'channels.call' }))
