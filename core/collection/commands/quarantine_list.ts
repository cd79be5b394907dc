import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import type { QuarantineList as List } from '#core/collection/quarantine/list_quarantine'

/** Lists the records that could not be understood. */
export default class QuarantineList extends AnsweringCommand<List> {
  static commandName = 'quarantine:list'
  static description = 'List lines that could not be understood, with file, line and reason'

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({ description: 'Only of this collection point' })
  declare point?: string

  protected async answer(): Promise<List> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { listQuarantine } = await import('#core/collection/quarantine/list_quarantine')
    const { id } = await findCustomer(this.customer)
    return listQuarantine(id, this.point === undefined ? {} : { point: this.point })
  }

  protected lines({ records, unlisted }: List) {
    if (records.length === 0) return ['Nothing is quarantined.']
    return [
      ...records.map(
        ({ source, point, fileId, file, line, text, reason }) =>
          `${source}/${point} ${file}${line === null ? '' : `:${line}`}${fileId === null ? '' : ` (file ${fileId})`}: ${reason}\n  ${text}`
      ),
      ...unlisted.map(
        ({ file, quarantined, listed }) =>
          `${file} has ${quarantined} broken lines, of which ${listed} are listed.`
      ),
    ]
  }
}
