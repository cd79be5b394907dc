import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  customer: string
  user: string
  name: string
  grants: string[]
  token: string
  /** Shown now and never again. */
  secret: string
}

/** Makes a ticket by which a program acts with a user's rights. */
export default class TicketCreate extends AnsweringCommand<Answer> {
  static commandName = 'ticket:create'
  static description = 'Make a ticket for programs, with the rights of a user'

  @flags.string({ required: true, description: 'E-mail address of the user' })
  declare user: string

  @flags.string({ description: 'Slug of the customer, where the user has several' })
  declare customer?: string

  @flags.string({ description: 'What it is for, as people read it', default: 'Ticket' })
  declare name: string

  @flags.array({ description: 'What it may be used for: report, collect. May be given twice' })
  declare grant?: string[]

  protected async answer(): Promise<Answer> {
    const { findTicketOwner } = await import('#core/users/queries/find_ticket_owner')
    const { createTicket } = await import('#core/users/actions/create_ticket')
    const { user, membership } = await findTicketOwner(this.user, this.customer)
    const { ticket, secret } = await createTicket({
      customerId: membership.customerId,
      userId: user.id,
      name: this.name,
      grants: (this.grant ?? []).flatMap((grants) => grants.split(',')),
    })
    const { record } = await import('#core/audit/actions/record')
    const { name, grants, token } = ticket
    await record({
      customerId: membership.customerId,
      actorId: null,
      action: 'ticket.created',
      subject: name,
      details: { user: user.email, token, grants, by: 'command' },
    })
    return { customer: membership.slug, user: user.email, name, grants, token, secret }
  }

  protected lines({ customer, user, grants, token, secret }: Answer) {
    return [
      `A ticket of ${user} in ${customer}, for ${grants.join(' and ')}. The secret is shown now and never again.`,
      `token   ${token}`,
      `secret  ${secret}`,
    ]
  }
}
