import router from '@adonisjs/core/services/router'
import { middleware } from '#start/kernel'

const MailsController = () => import('#core/demo/controllers/mails_controller')

router
  .get('/api/demo/mails', [MailsController, 'index'])
  .use(middleware.anyone({ capability: 'session.begin' }))
