import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'

interface Answer {
  id: number
  email: string
  name: string
  invitation: { link: string; problem: string | null } | null
}

/** Makes somebody an operator of the installation. */
export default class OperatorCreate extends AnsweringCommand<Answer> {
  static commandName = 'operator:create'
  static description =
    'Make a person one who runs the installation; without an account they are invited'

  @flags.string({ required: true, description: 'E-mail address, by which the person signs in' })
  declare email: string

  @flags.string({ description: 'Name of the person; the address where not given' })
  declare name?: string

  @flags.string({ description: 'sv, en, et or lv', default: 'en' })
  declare language: string

  protected async answer(): Promise<Answer> {
    const { makeOperator } = await import('#core/operations/actions/make_operator')
    const { record } = await import('#core/audit/actions/record')
    const { email, name = '', language } = this
    const { user, invitation } = await makeOperator({ email, name, language })
    await record({ customerId: null, actorId: null, action: 'operator.made', subject: user.email })
    return {
      id: user.id,
      email: user.email,
      name: user.name,
      invitation: invitation && { link: invitation.link, problem: invitation.problem },
    }
  }

  protected lines({ email, invitation }: Answer) {
    const made = `${email} is an operator.`
    if (!invitation) return [made]
    return [
      made,
      invitation.problem === null
        ? `An invitation has been sent, with the link ${invitation.link}`
        : `The invitation could not be sent (${invitation.problem}). Hand over its link: ${invitation.link}`,
    ]
  }
}
