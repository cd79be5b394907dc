import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { TestContext } from '@japa/runner/core'
import { collectFile } from '#core/collection/actions/collect_file'
import { ensureFactTables } from '#core/facts/ensure_fact_tables'
import { factStore } from '#core/facts/store'
import type { Reader } from '#core/permissions/reader'
import { loadPlugins } from '#core/plugins/load_plugins'
import type Customer from '#core/customers/models/customer'
import { registry, useRegistry } from '#core/plugins/registry'
import type { ReportQuery } from '#core/reports/report_query'
import { doorCounter } from '#tests/contracts/made/door_counter'
import { madeCustomer } from '#tests/made/customer'
import { pluginFolder } from '#tests/unit/plugins/plugin_folder'

/** The door counter, and plugins that are named, are the only ones until the test has ended. Answers its folder. */
export async function installDoors(
  cleanup: TestContext['cleanup'],
  partition = `['inward', 'outward']`,
  beside: readonly string[] = []
): Promise<string> {
  const folder = await pluginFolder(cleanup, doorCounter(partition))
  const before = useRegistry(
    await loadPlugins(folder, ['.', ...beside.map((other) => app.makePath(other))])
  )
  cleanup(() => void useRegistry(before))
  await ensureFactTables(await factStore())
  return folder
}

/** A customer who has doors, whose log has been collected, and the report over it. */
export async function doorReport(
  folder: string
): Promise<{ customer: Customer; query: ReportQuery; reader: Reader }> {
  const customer = await madeCustomer({
    plugins: [
      ...registry()
        .all()
        .map(({ key }) => key),
    ],
  })
  await collectFile({
    customerId: customer.id,
    source: 'door_counter',
    point: 'entrance',
    path: join(folder, 'tests/fixtures/doors.log'),
    name: 'doors.log',
  })
  const day = '2026-03-02'
  const weekdays = [1, 2, 3, 4, 5, 6, 7]
  return {
    customer,
    query: {
      report: 'door_counter.doors',
      period: { from: day, to: day, fromTime: '00:00', toTime: '24:00', weekdays },
      interval: 'period',
      intervalMinutes: 30,
      grouping: 'object',
      objects: 'all',
      columns: 'all',
      parameters: {},
      breakdown: false,
      locale: 'sv',
    },
    reader: {
      customerId: customer.id,
      userId: 0,
      role: 'administrator',
      objectIds: null,
      callSpecification: true,
      personalFields: true,
    },
  }
}
