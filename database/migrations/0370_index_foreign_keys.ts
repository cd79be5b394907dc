import { BaseSchema } from '@adonisjs/lucid/schema'

/** Foreign keys without an index of their own on SQLite: MySQL makes one for each itself. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  archived_files: ['sending_id', 'customer_id'],
  authenticators: ['user_id'],
  background_jobs: ['actor_id', 'user_id'],
  collected_files: ['customer_id'],
  connectors: ['saved_report_id'],
  dispatches: ['customer_id'],
  factor_pauses: ['customer_id'],
  invitations: ['user_id'],
  membership_groups: ['group_id'],
  membership_objects: ['object_id'],
  membership_points: ['point_id'],
  memberships: ['user_id'],
  messages: ['customer_id', 'user_id'],
  notifications: ['user_id', 'customer_id'],
  object_group_members: ['object_id'],
  one_time_links: ['user_id'],
  opened_reports: ['user_id'],
  quarantined_records: ['file_id', 'customer_id'],
  saved_report_schedules: ['saved_report_id', 'customer_id'],
  saved_reports: ['owner_id'],
  tickets: ['user_id', 'customer_id'],
  user_identities: ['user_id'],
  user_sessions: ['user_id'],
}

export default class extends BaseSchema {
  async up() {
    if (this.db.dialect.name === 'mysql') return
    for (const [name, columns] of Object.entries(KEYS)) {
      this.schema.alterTable(name, (table) => {
        for (const column of columns) table.index([column])
      })
    }
  }

  async down() {
    if (this.db.dialect.name === 'mysql') return
    for (const [name, columns] of Object.entries(KEYS)) {
      this.schema.alterTable(name, (table) => {
        for (const column of columns) table.dropIndex([column])
      })
    }
  }
}
