import { BaseCommand } from '@adonisjs/core/ace'

/** Prints what other systems know the figures by: the keys of all reports' columns and fields, as JSON. */
export default class PluginCatalogue extends BaseCommand {
  static commandName = 'plugin:catalogue'
  static description = 'Print the keys of all columns and fields, which must never change'
  static options = { startApp: true }

  async run() {
    const { describeCatalogue } = await import('#core/plugins/queries/describe_catalogue')
    const { registry } = await import('#core/plugins/registry')
    this.logger.log(JSON.stringify(describeCatalogue(registry().sources()), null, 2))
  }
}
