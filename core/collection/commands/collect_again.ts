import { args, flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  files: number
  read: number
  new: number
  replaced: number
  unchanged: number
  quarantined: number
  resolved: number
  gone: number
}

/** Collects a kept file again, after what was wrong with its lines has been mended. */
export default class CollectAgain extends AnsweringCommand<Answer> {
  static commandName = 'collect:again'
  static description = 'Collect a kept file again, and the files of its point that came after it'

  @args.string({ description: 'Id of the file, as quarantine:list says it' })
  declare file: string

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  protected async answer(): Promise<Answer> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { presentTotals } = await import('#core/collection/collection_totals')
    const { unknownFile } = await import('#core/collection/errors')
    const { callServer } = await import('#core/collection/socket/call_server')
    const customer = await findCustomer(this.customer)
    if (!/^\d{1,9}$/.test(this.file)) throw unknownFile(this.file)
    const { files, resolved, gone, ...totals } = await callServer('collectAgain', {
      customerId: customer.id,
      fileId: Number(this.file),
    })
    return { files, ...presentTotals(totals), resolved, gone }
  }

  protected lines({ files, read, resolved, gone, quarantined, ...counts }: Answer) {
    return [
      `${files} ${files === 1 ? 'file' : 'files'} collected again: ${read} read, ${counts.new} new, ${counts.replaced} replaced, ${counts.unchanged} unchanged.`,
      ...(gone > 0
        ? [`${gone} facts that they made before are gone: they do not make them now.`]
        : []),
      `${resolved} quarantined lines passed, ${quarantined} are still broken.`,
    ]
  }
}
