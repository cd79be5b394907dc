import { BaseSchema } from '@adonisjs/lucid/schema'
import { firstVersions, triggerNames, triggerStatements } from '#database/versioned_tables'

/** MySQL writes a log that other servers follow, and lets only some accounts make triggers then. */
const NOT_TRUSTED = 'ER_BINLOG_CREATE_ROUTINE_NEED_SUPER'

export default class extends BaseSchema {
  async up() {
    this.defer(async (client) => {
      const dialect = client.dialect.name === 'mysql' ? 'mysql' : 'sqlite'
      try {
        for (const statement of triggerStatements(dialect)) await client.rawQuery(statement)
      } catch (error) {
        if ((error as { code?: string }).code !== NOT_TRUSTED) throw error
        throw new Error(
          'The database refuses triggers while its binary log is on. Set log_bin_trust_function_creators = 1 on it, and migrate again.',
          { cause: error }
        )
      }
      await client.rawQuery(firstVersions(dialect))
    })
  }

  async down() {
    this.defer(async (client) => {
      for (const name of triggerNames) await client.rawQuery(`drop trigger if exists ${name}`)
      await client.from('customer_versions').delete()
    })
  }
}
