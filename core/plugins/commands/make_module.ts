import { MakePluginCommand } from '#core/plugins/commands/make_plugin_command'

export default class MakeModule extends MakePluginCommand {
  static commandName = 'make:module'
  static description = 'Make a folder for a new module under plugins/modules'
  static help = 'Docs: docs/add-a-module.md'

  protected readonly kind = 'module'
}
