import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { addPerson } from '#core/customers/actions/add_person'
import { removePerson } from '#core/customers/actions/remove_person'
import { saveAccount } from '#core/customers/actions/save_account'
import { savePlace } from '#core/customers/actions/save_place'
import { unknownPerson } from '#core/customers/errors'
import { type People, personOf } from '#core/customers/people'
import { listPeople } from '#core/customers/queries/list_people'
import { changedPersonValidator, newPersonValidator } from '#core/customers/validators/person'

/** The users of a customer. */
export default class UsersController {
  /** Whom it is about; everybody in the customer where undefined. */
  protected only: People['only'] = undefined

  async index({ request, response, reader }: HttpContext) {
    const { filter } = request.qs() as { filter?: unknown }
    const text = typeof filter === 'string' ? filter : undefined
    return response.json({ users: await listPeople(this.people(reader), { filter: text }) })
  }

  async show({ response, params, reader }: HttpContext) {
    return response.json({ user: await this.listed(reader, params.id) })
  }

  async store(ctx: HttpContext) {
    const values = await ctx.request.validateUsing(newPersonValidator)
    const role = this.only ?? values.role ?? 'user'
    const { user, invitation } = await addPerson(ctx.reader, {
      ...values,
      ...this.limited(values),
      role,
    })
    await recordOf(ctx, {
      action: 'user.created',
      subject: user.email,
      details: { role, invited: invitation !== null },
    })
    return ctx.response.status(201).json({
      user: await this.listed(ctx.reader, user.id),
      invitation: invitation && { sent: invitation.problem === null, problem: invitation.problem },
    })
  }

  async update(ctx: HttpContext) {
    const person = await personOf(ctx, this.only)
    const values = await ctx.request.validateUsing(changedPersonValidator)
    const { name, language, mobile, ...place } = { ...values, ...this.limited(values) }
    await saveAccount(person, { name, language, mobile })
    await savePlace(person, place)
    const changed = Object.keys(values)
    const ofRights = Object.entries(place).filter(([, value]) => value !== undefined)
    await recordOf(ctx, {
      action: ofRights.length ? 'rights.changed' : 'user.changed',
      subject: person.user.email,
      details: { changed, ...Object.fromEntries(ofRights) },
    })
    return ctx.response.json({ user: await this.listed(ctx.reader, person.user.id) })
  }

  async destroy(ctx: HttpContext) {
    const person = await personOf(ctx, this.only)
    const accountRemoved = await removePerson(person)
    const subject = person.user.email
    await recordOf(ctx, { action: 'user.deleted', subject, details: { accountRemoved } })
    return ctx.response.noContent()
  }

  protected people(reader: HttpContext['reader']): People {
    return { reader, ...(this.only && { only: this.only }) }
  }

  /** What only an administrator gives is left out of what others say of customer users. */
  protected limited({ rights }: { rights?: readonly string[] }) {
    if (!this.only) return {}
    const given = rights?.filter((right) => right !== 'customerUsers.manage')
    return {
      role: this.only,
      seesEverything: undefined,
      seesEverythingUntil: undefined,
      ...(given && { rights: given as ('specifications.open' | 'exports.make')[] }),
    }
  }

  protected async listed(reader: HttpContext['reader'], id: unknown) {
    const userId = Number(id)
    const [person] =
      Number.isSafeInteger(userId) && userId > 0
        ? await listPeople(this.people(reader), { userId })
        : []
    if (!person) throw unknownPerson(String(id))
    return person
  }
}
