import { flags } from '@adonisjs/core/ace'
import { AnsweringCommand } from '#core/commands/answering_command'
import type { VerifiedChain } from '#core/audit_log/queries/verify_chain'

interface Answer {
  chains: (VerifiedChain & { customer: string | null })[]
}

const reasons = {
  missing: 'it has been taken away',
  changed: 'it does not say what it said when it was written',
  unlinked: 'it does not follow the one before it',
}

/** Reads the audit log from its beginning and says whether it is whole, and where not. */
export default class AuditVerify extends AnsweringCommand<Answer> {
  static commandName = 'audit:verify'
  static description = 'Verify that nobody has changed or shortened the audit log'

  @flags.string({
    description: "Slug of the customer; every log and the installation's if left out",
  })
  declare customer?: string

  protected async answer(): Promise<Answer> {
    const { default: Customer } = await import('#core/customers/models/customer')
    const { findCustomer } = await import('#core/customers/queries/find_customer')
    const { INSTALLATION } = await import('#core/audit/actions/record')
    const { verifyChain } = await import('#core/audit_log/queries/verify_chain')
    const customers = this.customer
      ? [await findCustomer(this.customer)]
      : await Customer.query().orderBy('id')
    const answer: Answer = { chains: [] }
    for (const { id, slug } of customers) {
      answer.chains.push({ customer: slug, ...(await verifyChain(id)) })
    }
    if (!this.customer) {
      answer.chains.push({ customer: null, ...(await verifyChain(INSTALLATION)) })
    }
    if (answer.chains.some(({ problem }) => problem)) this.exitCode = 1
    return answer
  }

  protected lines({ chains }: Answer) {
    return chains.map(({ customer, entries, hash, problem }) => {
      const whose = customer ?? 'the installation'
      if (!problem) return `The log of ${whose} is whole: ${entries} entries, the last ${hash}.`
      const { position, reason } = problem
      return `The log of ${whose} breaks at entry ${position}: ${reasons[reason]}.`
    })
  }
}
