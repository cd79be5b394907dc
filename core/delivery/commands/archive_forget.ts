import { flags } from '@adonisjs/core/ace'
import { DateTime } from 'luxon'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  customer: string
  before: string
  files: number
}

/** Removes sent files from the archive, for instance because a number in them is to be forgotten. */
export default class ArchiveForget extends AnsweringCommand<Answer> {
  static commandName = 'archive:forget'
  static description = "Remove sent files from a customer's archive; that they were sent stays told"

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({
    description: 'Files made before this date, such as 2026-02-01; all where not given',
  })
  declare before?: string

  @flags.boolean({ description: 'Only files with single calls in them' })
  declare calls: boolean

  protected async answer(): Promise<Answer> {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { forgetFiles } = await import('#core/delivery/actions/forget_old_files')
    const { notADate } = await import('#core/delivery/errors')
    const { record } = await import('#core/audit/actions/record')
    const customer = await findCustomer(this.customer)
    const before = this.before
      ? DateTime.fromISO(this.before, { zone: customer.zone })
      : DateTime.utc()
    if (!before.isValid) throw notADate(this.before ?? '')
    const callsOnly = Boolean(this.calls)
    const files = await forgetFiles({ customerId: customer.id, before, callsOnly })
    await record({
      ...{ customerId: customer.id, actorId: null, action: 'file.forgotten' as const },
      subject: customer.slug,
      details: { by: 'command', before: before.toISO(), calls: callsOnly, files },
    })
    return { customer: customer.slug, before: before.toISO() ?? '', files }
  }

  protected lines({ customer, before, files }: Answer) {
    return [`${files} files made before ${before} are gone from the archive of ${customer}.`]
  }
}
