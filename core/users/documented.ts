import type { Operation } from '#core/http/operation'
import { ticketValidator } from '#core/users/validators/ticket'

/** How a program gets in. */
export const operations: readonly Operation[] = [
  {
    method: 'post',
    pattern: '/api/auth/jwt',
    tag: 'Authentication',
    summary: 'Exchange a ticket for a signed token',
    description:
      'The token is sent as `Authorization: Bearer …` with every other request. It ends after 33 hours, and with its ticket or the ticket’s secret.',
    body: ticketValidator,
    fields: {
      token: 'The ticket’s token, such as u123.3a4ede09f6a94ddf8c74572c614e68a7.',
      secret: 'Its secret, which was shown once when the ticket was made.',
    },
    example: { token: '{{Token}}', secret: '{{Secret}}' },
    answer: {
      type: 'object',
      required: ['jwtToken', 'createdAt', 'expiresAt'],
      properties: {
        jwtToken: { type: 'string' },
        createdAt: { type: 'string', format: 'date-time' },
        expiresAt: { type: 'string', format: 'date-time' },
        revocable: { type: 'boolean' },
        apiTicketType: { type: 'string' },
        apiTicketOwner: { type: 'string', description: 'E-mail address of the ticket’s user.' },
        informationMessage: { type: 'string' },
        telestatVersion: { type: 'string' },
      },
    },
  },
]
