import type { HttpContext } from '@adonisjs/core/http'
import { errors } from '@adonisjs/core/http'
import { readDemoSignIn } from '#core/demo/demo_sign_in'
import { DEMO_SLUG } from '#core/demo/demo_slug'
import { listDemoMails } from '#core/demo/queries/list_demo_mails'
import env from '#start/env'

/** The mails of the demo, which has no mail server to send them. */
export default class MailsController {
  async index({ request, response }: HttpContext) {
    const isDemo = !env.get('SMTP_URL') && (await readDemoSignIn())
    // Elsewhere there is no such address.
    if (!isDemo) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    response.header('cache-control', 'no-store')
    return response.json({ mails: await listDemoMails(DEMO_SLUG) })
  }
}
