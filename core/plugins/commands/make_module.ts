import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** Makes a folder for a new module, which works and passes its checks at once, and lists it among the plugins. */
export default class MakeModule extends BaseCommand {
  static commandName = 'make:module'
  static description = 'Make a folder for a new module under plugins/modules'
  static help = 'Docs: docs/add-a-module.md'

  @args.string({ description: 'Its key, such as notes: stable for ever' })
  declare key: string

  @flags.string({ description: 'Its name as people read it' })
  declare label?: string

  async run() {
    const { makeListed } = await import('#core/plugins/actions/make_listed')
    const made = await makeListed(this.app, { kind: 'module', key: this.key, label: this.label })
    if ('problem' in made) {
      this.logger.error(made.problem)
      this.exitCode = 1
      return
    }
    for (const line of made.done) this.logger.action(line).succeeded()
    if (!made.listed) this.logger.warning(`Add '${made.folder}' to config/plugins.ts yourself.`)
    this.logger.log(`Try it: node ace plugin:check ${this.key}`)
  }
}
