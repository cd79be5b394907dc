import { basename } from 'node:path'
import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CheckedPlugin } from '#core/plugins/queries/check_plugin'

/** Checks plugins as the server does when it starts, and sources on what they have recorded. */
export default class PluginCheck extends BaseCommand {
  static commandName = 'plugin:check'
  static description = 'Check the declaration of plugins, and how sources read what was recorded'
  static help = 'Without a name it checks every plugin of config/plugins.ts.'

  @args.string({ description: 'Name of its folder, or the path to it', required: false })
  declare name?: string

  async run() {
    const { checkPlugin } = await import('#core/plugins/queries/check_plugin')
    const { default: config } = await import('#config/plugins')
    const folders = this.#folders(config.folders)
    const checked: CheckedPlugin[] = []
    for (const folder of folders) {
      const others = checked.flatMap(({ plugin }) => plugin ?? [])
      const result = await checkPlugin(this.app.makePath(), folder, this.name ? [] : others)
      checked.push(result)
      this.#print(result)
    }
    const failed = checked.some(({ tried }) => tried.some(({ problems }) => problems.length > 0))
    if (failed) this.exitCode = 1
  }

  #folders(folders: readonly string[]) {
    if (!this.name) return folders
    const found = folders.filter((folder) => basename(folder) === this.name)
    return found.length > 0 ? found : [this.name]
  }

  #print({ folder, plugin, tried }: CheckedPlugin) {
    this.logger.log('')
    this.logger.log(plugin ? `${folder}: ${plugin.kind} "${plugin.key}"` : folder)
    for (const { title, problems } of tried) {
      this.logger.log(`  ${problems.length === 0 ? '✔' : '✘'} ${title}`)
      for (const problem of problems) this.logger.log(`      ${problem}`)
    }
  }
}
