import { args, flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import type { ModuleHoldings } from '#core/modules/actions/purge_module'

interface Answer extends ModuleHoldings {
  customer: string
  module: string
}

/** Removes for good what a module holds of a customer; the module itself may be gone. */
export default class ModulePurge extends AnsweringCommand<Answer> {
  static commandName = 'module:purge'
  static description = 'Remove for good what a module holds of a customer'
  static help = [
    'It counts rows and facts first, and asks for the slug of the customer. A module that is only disabled keeps everything.',
    'The folder of the module need not be here:',
    '```',
    '{{ binaryName }} module:purge notes --customer=acme',
    '```',
  ]

  @args.string({ description: 'Key of the module' })
  declare key: string

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({ description: 'The slug once more, for scripts: nothing is asked' })
  declare confirm?: string

  protected async answer(): Promise<Answer> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { countModule, purgeModule } = await import('#core/modules/actions/purge_module')
    const { notConfirmed } = await import('#core/modules/errors')
    const customer = await findCustomer(this.customer)
    const holdings = await countModule(customer, this.key)
    if (!this.json) this.logger.log(counted(holdings).join('\n'))
    if ((this.confirm ?? (await this.#asked(customer.slug))) !== customer.slug) {
      throw notConfirmed(customer.slug)
    }
    const removed = await purgeModule(customer, this.key)
    return { customer: customer.slug, module: this.key, ...removed }
  }

  /** Only where somebody can answer. */
  async #asked(slug: string): Promise<string> {
    if (this.json || !process.stdin.isTTY) return ''
    return this.prompt.ask(`This can’t be undone. Write ${slug} to remove all of it`)
  }

  protected lines = ({ customer, module, tables, facts }: Answer) => {
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    const events = facts.reduce((sum, event) => sum + event.facts, 0)
    return [`Removed of ${module} in ${customer}: ${rows} rows and ${events} facts.`]
  }
}

const counted = ({ tables, facts }: ModuleHoldings) => [
  ...tables.map(({ table, rows }) => `${table}: ${rows} rows`),
  ...facts.map(({ event, facts: number }) => `${event}: ${number} facts`),
]
