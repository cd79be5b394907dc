import { BaseSchema } from '@adonisjs/lucid/schema'

/** The database itself refuses to change or take away what has been written. */
export default class extends BaseSchema {
  async up() {
    const refuse =
      this.db.dialect.name === 'mysql'
        ? "signal sqlstate '45000' set message_text = 'The audit log is append-only.'"
        : "begin select raise(abort, 'The audit log is append-only.'); end"
    for (const change of ['update', 'delete']) {
      this.schema.raw(
        `create trigger audit_entries_no_${change} before ${change} on audit_entries for each row ${refuse}`
      )
    }
  }

  async down() {
    for (const change of ['update', 'delete']) {
      this.schema.raw(`drop trigger audit_entries_no_${change}`)
    }
  }
}
