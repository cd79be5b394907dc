import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  token: string
  revoked: true
}

/** Ends a ticket. */
export default class TicketRevoke extends AnsweringCommand<Answer> {
  static commandName = 'ticket:revoke'
  static description = 'End a ticket and every JWT made with it'

  @flags.string({ required: true, description: 'Token of the ticket' })
  declare token: string

  protected async answer(): Promise<Answer> {
    const { revokeTicket } = await import('#core/users/actions/revoke_ticket')
    const { record } = await import('#core/audit/actions/record')
    const { customerId, name, token } = await revokeTicket(this.token)
    await record({
      customerId,
      actorId: null,
      action: 'ticket.revoked',
      subject: name,
      details: { token, by: 'command' },
    })
    return { token: this.token, revoked: true }
  }

  protected lines({ token }: Answer) {
    return [`The ticket ${token} is revoked.`]
  }
}
