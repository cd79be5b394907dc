import type { ApplicationService } from '@adonisjs/core/types'
import { takeUpModules } from '#core/modules/take_up_modules'
import { loadPlugins } from '#core/plugins/load_plugins'
import { useRegistry } from '#core/plugins/registry'

/** Loads the plugins of `config/plugins.ts` before anything asks for them, in the server, commands and tests alike. */
export default class PluginsProvider {
  constructor(protected app: ApplicationService) {}

  async boot() {
    const folders = this.app.config.get<string[]>('plugins.folders', [])
    const registry = await loadPlugins(this.app.makePath(), folders)
    useRegistry(registry)
    takeUpModules(registry)
    const logger = await this.app.container.make('logger')
    for (const { folder, problems } of registry.broken()) {
      logger.error(`The plugin in ${folder} is left out:\n- ${problems.join('\n- ')}`)
    }
    for (const folder of registry.absent()) {
      logger.info(`The module in ${folder} is not here: its addresses and pages are left out.`)
    }
    for (const { folder, problems } of registry.untranslated()) {
      logger.warn(
        `Words of the plugin in ${folder} are told in English:\n- ${problems.join('\n- ')}`
      )
    }
  }
}
