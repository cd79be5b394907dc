import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { addPerson } from '#core/people/actions/add_person'
import { removePerson } from '#core/people/actions/remove_person'
import { saveInvited } from '#core/people/actions/save_invited'
import { savePlace } from '#core/people/actions/save_place'
import { ownersAlone, unknownPerson } from '#core/people/errors'
import { type People, emailOf, findPlace, placeOf } from '#core/people/people'
import { demandGivable, heldBy } from '#core/people/queries/demand_givable'
import { presentInvited } from '#core/people/queries/present_invited'
import { listPeople } from '#core/people/queries/list_people'
import { listPlaces, peopleOrders } from '#core/people/queries/list_places'
import { listWish } from '#core/http/list_wish'
import { changedPersonValidator, newPersonValidator } from '#core/people/validators/person'

/** The users of a customer. */
export default class UsersController {
  /** Whom it is about; everybody in the customer where undefined. */
  protected only: People['only'] = undefined

  async index(ctx: HttpContext) {
    const wish = await listWish(ctx, peopleOrders)
    const { rows, ...counts } = await listPlaces(this.people(ctx.reader), wish)
    return ctx.response.json({ users: rows, ...counts })
  }

  async show({ response, params, reader }: HttpContext) {
    return response.json({ user: await this.listed(reader, params.id) })
  }

  /** Invites: nobody is a member before they have accepted. */
  async store(ctx: HttpContext) {
    const values = await ctx.request.validateUsing(newPersonValidator)
    const role = this.only ?? values.role ?? 'user'
    const described = { ...values, ...this.limited(values), role }
    const { invitation, sent } = await addPerson(ctx.reader, described)
    await recordOf(ctx, {
      action: 'user.created',
      subject: invitation.email,
      details: { role, invited: true },
    })
    return ctx.response.status(201).json({
      user: presentInvited(invitation),
      invitation: { sent: sent.problem === null, problem: sent.problem },
    })
  }

  async update(ctx: HttpContext) {
    const place = await placeOf(ctx, this.only)
    const email = emailOf(place)
    const values = await ctx.request.validateUsing(changedPersonValidator)
    const { language, mobile, ...change } = { ...values, ...this.limited(values) }
    if (language !== undefined) throw ownersAlone(email, 'language')
    if (mobile !== undefined) throw ownersAlone(email, 'mobile')
    demandGivable(ctx.reader, change, await heldBy(place))
    await (place.member ? savePlace(place.member, change) : saveInvited(place.invited, change))
    const { name, zone, ...rights } = change
    const ofRights = Object.entries(rights).filter(([, value]) => value !== undefined)
    await recordOf(ctx, {
      action: ofRights.length ? 'rights.changed' : 'user.changed',
      subject: email,
      details: { changed: Object.keys(values), ...Object.fromEntries(ofRights) },
    })
    return ctx.response.json({ user: await this.listed(ctx.reader, ctx.params.id) })
  }

  async destroy(ctx: HttpContext) {
    const place = await placeOf(ctx, this.only)
    await (place.member ? removePerson(place.member) : place.invited.delete())
    await recordOf(ctx, {
      action: place.member ? 'user.deleted' : 'invitation.invalidated',
      subject: emailOf(place),
    })
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
    const { member, invited } = await findPlace(this.people(reader), id)
    if (invited) return presentInvited(invited)
    const [person] = await listPeople(this.people(reader), [member.user.id])
    if (!person) throw unknownPerson(String(id))
    return person
  }
}
