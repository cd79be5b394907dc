import { text } from 'node:stream/consumers'
import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import { commaList } from '#core/commands/comma_list'

interface Answer {
  /** Null for an address with an account, until its owner has accepted. */
  id: number | null
  customer: string
  email: string
  name: string
  role: 'administrator' | 'user'
  /** Null where the password was given. `problem` says why a mail could not be sent. */
  invitation: { link: string; expiresAt: string | null; problem: string | null } | null
}

/** Adds a person to a customer. */
export default class UserCreate extends AnsweringCommand<Answer> {
  static commandName = 'user:create'
  static description = 'Add a person to a customer; without a password they are invited'

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
    const role = this.admin ? ('administrator' as const) : ('user' as const)
    const { findUser } = await import('#core/users/queries/find_user')
    const { checkedEmail } = await import('#core/users/email_address')
    const known = this.passwordStdin ? null : await findUser(checkedEmail(this.email))
    // A membership needs the yes of whoever has an account; a new account is nobody's yet.
    const added = known ? await this.#invited(role) : await this.#created()
    const { customer, id, email, name, invitation } = added
    const { record } = await import('#core/audit/actions/record')
    await record({
      customerId: customer.id,
      actorId: null,
      action: 'user.created',
      subject: email,
      details: { role, invited: invitation !== null, by: 'command' },
    })
    return { id, customer: customer.slug, email, name, role, invitation }
  }

  async #created() {
    const { createUser } = await import('#core/users/actions/create_user')
    const { user, customer } = await createUser({
      customer: this.customer,
      email: this.email,
      name: this.name ?? '',
      administrator: Boolean(this.admin),
      seesEverything: Boolean(this.seeAll),
      objects: commaList(this.objects),
      groups: commaList(this.groups),
      language: this.language,
      password: this.passwordStdin ? await typedPassword() : null,
    })
    const { inviteUser } = await import('#core/users/actions/invite_user')
    const sent = this.passwordStdin ? null : await inviteUser(user, customer)
    const invitation = sent && { ...sent, expiresAt: sent.expiresAt.toISO() }
    return { customer, id: user.id, email: user.email, name: user.name, invitation }
  }

  async #invited(role: 'administrator' | 'user') {
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { findObjectIds } = await import('#core/measurement_objects/queries/find_object_ids')
    const { findGroupIds } = await import('#core/measurement_objects/queries/find_group_ids')
    const { inviteMember } = await import('#core/users/actions/invite_member')
    const customer = await findCustomer(this.customer)
    const { invitation, sent } = await inviteMember(customer, {
      email: this.email,
      name: this.name,
      language: this.language,
      role,
      seesEverything: Boolean(this.seeAll),
      callSpecification: true,
      assignment: {
        objects: await findObjectIds(customer.id, commaList(this.objects) ?? []),
        groups: await findGroupIds(customer.id, commaList(this.groups) ?? []),
        points: [],
      },
    })
    const { email, name } = invitation
    return {
      ...{ customer, id: null, email, name: name || email },
      invitation: { ...sent, expiresAt: sent.expiresAt.toISO() },
    }
  }

  protected lines({ id, email, customer, invitation }: Answer) {
    if (!invitation) return [`${email} is a user of ${customer}.`]
    const { link, problem } = invitation
    const added =
      id === null
        ? `${email} becomes a user of ${customer} when they accept the invitation.`
        : `${email} is a user of ${customer}, and chooses a password by the invitation.`
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
