import { BaseCommand, flags } from '@adonisjs/core/ace'

/** Makes the demo customer with a year of calls. */
export default class DemoCreate extends BaseCommand {
  static commandName = 'demo:create'
  static description = 'Make the demo customer with a year of calls'
  static options = { startApp: true }

  @flags.boolean({ description: 'Only where there is no customer yet' })
  declare ifEmpty: boolean

  async run() {
    const { default: Customer } = await import('#core/customers/models/customer')
    const { readDemoSignIn } = await import('#core/demo/demo_sign_in')
    const customers = await Customer.query().count('* as total').firstOrFail()
    if (Number(customers.$extras.total) === 0) await this.#make()
    else if (!this.ifEmpty) {
      this.exitCode = 1
      this.logger.error('There are customers already: the demo is made on an empty installation.')
      return
    }
    const signIn = await readDemoSignIn()
    if (!signIn) return
    const { default: env } = await import('#start/env')
    const { administrator, limited } = signIn
    const address = env.get('PUBLIC_URL') ?? `http://${env.get('HOST')}:${env.get('PORT')}`
    this.logger.log(`
  Telestat   ${address}
  Sign in    ${administrator.email}   ${administrator.password}
  or, with the objects of one group only,
             ${limited.email}   ${limited.password}
  Codes      are mailed; without a mail server they are read at ${address}/demo/mails
`)
  }

  async #make() {
    const { createDemo } = await import('#core/demo/actions/create_demo')
    this.logger.log('Making the demo: a year of calls, collected file by file …')
    const begun = Date.now()
    await createDemo(({ source, file, share }) =>
      this.logger.log(`  ${String(Math.round(share * 100)).padStart(3)} %  ${source}  ${file}`)
    )
    this.logger.log(`The demo is made (${Math.round((Date.now() - begun) / 1000)} s).`)
  }
}
