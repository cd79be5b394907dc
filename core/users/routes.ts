import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const InvitationController = () => import('#core/users/controllers/invitation_controller')
const JwtController = () => import('#core/users/controllers/jwt_controller')
const SessionController = () => import('#core/users/controllers/session_controller')

router.post('/api/session', [SessionController, 'store'])
router.delete('/api/session', [SessionController, 'destroy'])
router
  .group(() => {
    router.get('/api/session', [SessionController, 'show'])
    router.patch('/api/session', [SessionController, 'update'])
  })
  .use(middleware.reader())

router.get('/api/invitation/:token', [InvitationController, 'show'])
router.post('/api/invitation/:token', [InvitationController, 'update'])

router.post('/api/auth/jwt', [JwtController, 'store'])
