import { MakePluginCommand } from '#core/plugins/commands/make_plugin_command'

export default class MakeSource extends MakePluginCommand {
  static commandName = 'make:source'
  static description = 'Make a folder for a new source under plugins/sources'
  static help = 'Docs: docs/add-a-source.md'

  protected readonly kind = 'source'
}
