import { AnsweringCommand } from '#core/commands/answering_command'
import { problemOfSchema } from '#core/operations/problem_of_schema'

interface Answer {
  settings: { name: string; value: string; isDefault: boolean }[]
  missing: string[]
  later: string[]
}

/**
 * Prints every setting as it is, secrets masked, and says whether the database is of this version. Wrong
 * settings stop it as they stop the server.
 */
export default class ConfigCheck extends AnsweringCommand<Answer> {
  static commandName = 'config:check'
  static description = 'Check all settings and print them, with secrets masked'

  protected async answer(): Promise<Answer> {
    const { masked, settings } = await import('#core/http/settings')
    const { schemaState } = await import('#database/schema_state')
    const { missing, later } = await schemaState()
    if (missing.length + later.length > 0) this.exitCode = 1
    return {
      settings: settings.map((setting) => {
        const value = process.env[setting.name]
        const isDefault = value === undefined || value === ''
        const { name } = setting
        return { name, value: isDefault ? setting.default : masked(setting, value), isDefault }
      }),
      missing,
      later,
    }
  }

  protected lines({ settings, missing, later }: Answer) {
    const problem = problemOfSchema({ missing, later })
    return [
      ...settings.map(({ name, value, isDefault }) =>
        `${name.padEnd(24)} ${value}${isDefault ? '  (default)' : ''}`.trimEnd()
      ),
      problem ?? 'The database is of this version.',
    ]
  }
}
