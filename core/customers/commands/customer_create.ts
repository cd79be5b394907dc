import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import { commaList } from '#core/commands/comma_list'

interface Answer {
  id: number
  slug: string
  name: string
  zone: string
  edition: string
  language: string
  plugins: string[]
}

/** Makes a customer with its plugins. */
export default class CustomerCreate extends AnsweringCommand<Answer> {
  static commandName = 'customer:create'
  static description = 'Make a customer, with its plugins enabled'

  @flags.string({ required: true, description: 'Its name in addresses and commands, such as acme' })
  declare slug: string

  @flags.string({ required: true, description: 'Its name as people read it' })
  declare name: string

  @flags.string({ description: 'Its time zone', default: 'Europe/Stockholm' })
  declare zone: string

  @flags.string({ description: 'basic or extended', default: 'basic' })
  declare edition: string

  @flags.string({ description: 'Plugins, separated by commas; every source where not given' })
  declare plugins?: string

  @flags.string({ description: 'Language of its new users', default: 'sv' })
  declare language: string

  protected async answer(): Promise<Answer> {
    const { applyEdition } = await import('#core/customers/actions/apply_edition')
    const { createCustomer } = await import('#core/customers/actions/create_customer')
    const { enabledPlugins } = await import('#core/customers/queries/enabled_plugins')
    const customer = await createCustomer({
      slug: this.slug,
      name: this.name,
      zone: this.zone,
      edition: this.edition,
      language: this.language,
      plugins: commaList(this.plugins),
    })
    await applyEdition(customer)
    const { record } = await import('#core/audit/actions/record')
    const { id, slug, name, zone, edition, language } = customer
    const made = { action: 'customer.created' as const, subject: slug, details: { by: 'command' } }
    await record({ ...made, customerId: id, actorId: null })
    return { id, slug, name, zone, edition, language, plugins: await enabledPlugins(id) }
  }

  protected lines({ slug, name, zone, edition, plugins }: Answer) {
    return [
      `Customer ${slug} (${name}) is made: ${edition}, ${zone}.`,
      `Plugins: ${plugins.join(', ') || 'none'}.`,
    ]
  }
}
