import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  read: number
  new: number
  replaced: number
  unchanged: number
  quarantined: number
}

/** Asks a platform once, now, for what is new. */
export default class CollectPoll extends AnsweringCommand<Answer> {
  static commandName = 'collect:poll'
  static description = 'Ask the platform of a collection point for what is new'

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({ description: 'The collection point' })
  declare point?: string

  @flags.string({ description: 'The source, where several have a point of that name' })
  declare source?: string

  protected async answer(): Promise<Answer> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { presentTotals } = await import('#core/collection/collection_totals')
    const { callServer } = await import('#core/collection/socket/call_server')
    const customer = await findCustomer(this.customer)
    const totals = await callServer('collectPoll', {
      customerId: customer.id,
      point: this.point ?? 'default',
      ...(this.source !== undefined && { source: this.source }),
    })
    return presentTotals(totals)
  }

  protected lines({ read, replaced, unchanged, quarantined, ...counts }: Answer) {
    return [
      `${read} read, ${counts.new} new, ${replaced} replaced, ${unchanged} unchanged, ${quarantined} quarantined`,
    ]
  }
}
