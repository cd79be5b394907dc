import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/core/http'
import { readDemoSignIn } from '#core/demo/demo_sign_in'
import { DEMO_SLUG } from '#core/demo/demo_slug'
import { listDemoMails } from '#core/demo/queries/list_demo_mails'
import { isThisMachine } from '#core/http/is_this_machine'
import env from '#start/env'

/** The mails of the demo, which has no mail server to send them. */
export default class MailsController {
  async index({ request, response }: HttpContext) {
    // They hold links and codes by which their readers sign in.
    const isShown = !env.get('SMTP_URL') && isThisMachine(request)
    const isDemo = isShown && (await readDemoSignIn())
    // Elsewhere there is no such address.
    if (!isDemo) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    response.header('cache-control', 'no-store')
    return response.json({ mails: await listDemoMails(DEMO_SLUG) })
  }
}
