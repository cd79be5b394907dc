import type { HttpContext } from '@adonisjs/core/http'
import { unknownCustomer } from '#core/customers/errors'
import { notSignedIn } from '#core/permissions/errors'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { signIn } from '#core/users/actions/sign_in'
import { listMemberships } from '#core/users/queries/list_memberships'
import { sessionInfo } from '#core/users/session_info'
import { sessionChangeValidator, signInValidator } from '#core/users/validators/session'

/** Who is signed in on the page. */
export default class SessionController {
  async store({ request, response, auth, session }: HttpContext) {
    const { email, password } = await request.validateUsing(signInValidator)
    const { user, memberships } = await signIn({ email, password, address: request.ip() })
    const { customerId } = memberships[0]
    await auth.use('web').login(user)
    session.put(SESSION_CUSTOMER, customerId)
    return response.json(sessionInfo(user, memberships, customerId))
  }

  async show({ response, auth, reader }: HttpContext) {
    const user = auth.use('web').user
    // A ticket is no session.
    if (!user) throw notSignedIn()
    const memberships = await listMemberships(user.id)
    return response.json(sessionInfo(user, memberships, reader.customerId))
  }

  async update({ request, response, auth, session, reader }: HttpContext) {
    const user = auth.use('web').user
    if (!user) throw notSignedIn()
    const { language, customer } = await request.validateUsing(sessionChangeValidator)
    const memberships = await listMemberships(user.id)
    const opened = customer
      ? memberships.find((membership) => membership.slug === customer)
      : memberships.find((membership) => membership.customerId === reader.customerId)
    if (!opened) throw unknownCustomer(customer ?? reader.customerId)
    if (language) await user.merge({ language }).save()
    session.put(SESSION_CUSTOMER, opened.customerId)
    return response.json(sessionInfo(user, memberships, opened.customerId))
  }

  async destroy({ response, auth, session }: HttpContext) {
    await auth.use('web').logout()
    session.forget(SESSION_CUSTOMER)
    session.regenerate()
    return response.noContent()
  }
}
