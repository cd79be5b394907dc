import { args, BaseCommand, flags } from '@adonisjs/core/ace'

/** Makes a folder for a new source, which works and passes its checks at once, and lists it among the plugins. */
export default class MakeSource extends BaseCommand {
  static commandName = 'make:source'
  static description = 'Make a folder for a new source under plugins/sources'
  static help = 'Docs: docs/add-a-source.md'

  @args.string({ description: 'Its key, such as my_platform: stable for ever' })
  declare key: string

  @flags.string({ description: 'Its name as people read it' })
  declare label?: string

  async run() {
    const { makeSource } = await import('#core/plugins/actions/make_source')
    const { registerFolder } = await import('#core/plugins/actions/register_folder')
    const folder = `plugins/sources/${this.key}`
    try {
      const paths = await makeSource(this.app, {
        key: this.key,
        label: this.label ?? nameOf(this.key),
        folder: this.app.makePath(folder),
      })
      for (const path of paths) this.logger.action(`create ${folder}/${path}`).succeeded()
    } catch (error) {
      this.logger.error((error as Error).message)
      this.exitCode = 1
      return
    }
    const listed = await registerFolder(this.app.makePath('config/plugins.ts'), folder)
    if (listed) this.logger.action(`list ${folder} in config/plugins.ts`).succeeded()
    else this.logger.warning(`Add '${folder}' to the list in config/plugins.ts yourself.`)
    this.logger.log(`Try it: node ace plugin:check ${this.key}`)
  }
}

const nameOf = (key: string) =>
  key
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
