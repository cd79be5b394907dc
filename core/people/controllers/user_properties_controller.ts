import type { HttpContext } from '@adonisjs/core/http'
import { type People, personOf } from '#core/people/people'
import { propertiesOf } from '#core/people/queries/properties_of'

/** What is known of a user in the customer, to be read. */
export default class UserPropertiesController {
  protected only: People['only'] = undefined

  async show(ctx: HttpContext) {
    return ctx.response.json({ properties: await propertiesOf(await personOf(ctx, this.only)) })
  }
}
