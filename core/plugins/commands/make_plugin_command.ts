import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { NewPlugin } from '#core/plugins/actions/make_plugin'

/** Makes a folder for a new plugin of one kind, which works and passes its checks at once, and lists it among the plugins. */
export abstract class MakePluginCommand extends BaseCommand {
  protected abstract readonly kind: NewPlugin['kind']

  @args.string({ description: 'Its key, such as notes or my_platform: stable for ever' })
  declare key: string

  @flags.string({ description: 'Its name as people read it' })
  declare label?: string

  async run() {
    const { makeListed } = await import('#core/plugins/actions/make_listed')
    const made = await makeListed(this.app, { kind: this.kind, key: this.key, label: this.label })
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
