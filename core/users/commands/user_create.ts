import { text } from 'node:stream/consumers'
import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import { commaList } from '#core/commands/comma_list'

interface Answer {
  id: number
  customer: string
  email: string
  name: string
  role: 'administrator' | 'user'
  /** Null where the person has a password. `problem` says why a mail could not be sent. */
  invitation: { link: string; expiresAt: string | null; problem: string | null } | null
}

/** Adds a person to a customer. */
export default class UserCreate extends AnsweringCommand<Answer> {
  static commandName = 'user:create'
  static description = 'Add a person to a customer; without a password an invitation is sent'

  @flags.string({ required: true, description: 'Slug of the customer' })
  declare customer: string

  @flags.string({ required: true, description: 'E-mail address, by which the person signs in' })
  declare email: string

  @flags.string({ description: 'Name of the person; the address where not given' })
  declare name?: string

  @flags.boolean({ description: 'An administrator of the customer, who sees every object' })
  declare admin: boolean

  @flags.boolean({ description: 'Sees every object, also those that come' })
  declare seeAll: boolean

  @flags.string({ description: 'Objects that the person sees, separated by commas' })
  declare objects?: string

  @flags.string({ description: 'Groups whose objects the person sees, separated by commas' })
  declare groups?: string

  @flags.string({ description: "sv, en, et or lv; the customer's where not given" })
  declare language?: string

  @flags.boolean({ description: 'Read a password from standard input' })
  declare passwordStdin: boolean

  protected async answer(): Promise<Answer> {
    const { createUser } = await import('#core/users/actions/create_user')
    const { user, customer, invitation } = await createUser({
      customer: this.customer,
      email: this.email,
      name: this.name ?? '',
      administrator: Boolean(this.admin),
      seesEverything: Boolean(this.seeAll),
      objects: commaList(this.objects),
      groups: commaList(this.groups),
      language: this.language,
      password: this.passwordStdin ? await typedPassword() : undefined,
    })
    const { record } = await import('#core/audit/actions/record')
    await record({
      customerId: customer.id,
      actorId: null,
      action: 'user.created',
      subject: user.email,
      details: { role: this.admin ? 'administrator' : 'user', by: 'command' },
    })
    return {
      id: user.id,
      customer: customer.slug,
      email: user.email,
      name: user.name,
      role: this.admin ? 'administrator' : 'user',
      invitation: invitation && { ...invitation, expiresAt: invitation.expiresAt.toISO() },
    }
  }

  protected lines({ email, customer, invitation }: Answer) {
    const added = `${email} is a user of ${customer}.`
    if (!invitation) return [added]
    const { link, problem } = invitation
    return problem === null
      ? [added, `An invitation has been sent, with the link ${link}`]
      : [added, `The invitation could not be sent (${problem}). Hand over its link: ${link}`]
  }
}

/** The line that was typed or piped, without its end. */
async function typedPassword() {
  const typed = await text(process.stdin)
  return typed.replace(/\r?\n$/, '')
}
