import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  customer: string
  event: string
  /** Null where they are kept for ever. */
  days: number | null
}

/** Says how long the facts of an event are kept. */
export default class CustomerRetention extends AnsweringCommand<Answer> {
  static commandName = 'customer:retention'
  static description = "Say how many days the facts of one of a customer's events are kept"

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({ required: true, description: 'The event, such as my_platform.call' })
  declare event: string

  @flags.string({ required: true, description: 'Days, or forever' })
  declare days: string

  protected async answer(): Promise<Answer> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { setRetention } = await import('#core/customers/actions/set_retention')
    const customer = await findCustomer(this.customer)
    const { event, days } = await setRetention({
      customerId: customer.id,
      event: this.event,
      days: this.days,
    })
    return { customer: customer.slug, event, days }
  }

  protected lines({ customer, event, days }: Answer) {
    return [
      days === null
        ? `${customer} keeps ${event} for ever.`
        : `${customer} keeps ${event} for ${days} days; what is older is deleted each night.`,
    ]
  }
}
