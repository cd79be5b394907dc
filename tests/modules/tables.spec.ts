import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { registry } from '#core/plugins/registry'

const onMysql = () => db.connection().dialect.name === 'mysql'

interface ForeignKey {
  table: string
  column: string
  target: string
  rule: string
}

async function foreignKeys(): Promise<ForeignKey[]> {
  const sql = onMysql()
    ? `select k.table_name as "table", k.column_name as "column", k.referenced_table_name as "target", r.delete_rule as "rule"
       from information_schema.key_column_usage k
       join information_schema.referential_constraints r
         on r.constraint_schema = k.table_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
       where k.table_schema = database() and k.referenced_table_name is not null`
    : `select t.name as "table", f."from" as "column", f."table" as "target", f.on_delete as "rule"
       from sqlite_master t join pragma_foreign_key_list(t.name) f where t.type = 'table'`
  const found: unknown = await db.rawQuery(sql)
  return (onMysql() ? (found as [ForeignKey[]])[0] : found) as ForeignKey[]
}

test.group('Modules | tables', () => {
  test('each begins with its module’s prefix, goes with its customer, and refers to core or its module alone', async ({
    assert,
  }) => {
    const modules = registry().modules()
    const tables = await db.connection().getAllTables()
    const keys = await foreignKeys()
    const ownerOf = (table: string) =>
      modules.find(({ prefix }) => table.startsWith(prefix))?.key ?? 'core'
    for (const { key, prefix } of modules) {
      const own = tables.filter((table) => table.startsWith(prefix))
      assert.isNotEmpty(own, key)
      for (const table of own) {
        assert.deepInclude(
          keys.map((one) => ({ ...one })),
          { table, column: 'customer_id', target: 'customers', rule: 'CASCADE' }
        )
      }
    }
    const wrong = keys.filter(({ table, target }) => {
      const [from, to] = [ownerOf(table), ownerOf(target)]
      return from !== to && to !== 'core'
    })
    assert.deepEqual(wrong, [])
  })

  test('every table that a module’s migrations made is one of its own', async ({ assert }) => {
    const { default: plugins } = await import('#config/plugins')
    const { readdirSync, readFileSync } = await import('node:fs')
    const { default: app } = await import('@adonisjs/core/services/app')
    const folders = plugins.folders.filter((folder: string) =>
      folder.startsWith('plugins/modules/')
    )
    assert.isNotEmpty(folders)
    for (const folder of folders) {
      const module = registry()
        .modules()
        .find((one) => registry().folderOf(one)?.endsWith(folder))!
      for (const name of readdirSync(app.makePath(folder, 'migrations'))) {
        const text = readFileSync(app.makePath(folder, 'migrations', name), 'utf8')
        const named = [
          ...text.matchAll(
            /(?:customerTable\(\s*this\.schema,\s*|(?:create|alter|drop)Table\()'(\w+)'/g
          ),
        ]
        assert.isNotEmpty(named, name)
        for (const [, table] of named) assert.match(table!, new RegExp(`^${module.prefix}`), name)
      }
    }
  })
})
