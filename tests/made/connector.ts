import { createConnector } from '#core/feeds/actions/create_connector'
import type Connector from '#core/feeds/models/connector'
import type Customer from '#core/customers/models/customer'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'

export type Choices = Parameters<typeof createConnector>[2]

const usual: Choices = {
  enabled: true,
  tokenRequired: false,
  period: 'wholeHistory',
  specification: true,
  grouped: true,
}

/** A connector of a saved report: of all history and with its calls, to whoever has the address. */
export async function madeConnector(
  saved: SavedReport,
  choices: Partial<Choices> = {},
  kind = 'power_bi'
) {
  const { connector, token } = await createConnector(saved, kind, { ...usual, ...choices })
  return { connector, token: token ?? '', url: addressOf(connector) }
}

export const addressOf = ({ address }: Connector) =>
  `http://127.0.0.1:${process.env.PORT}/c/${address}/`

/** A customer whose Monday has been collected, and a saved report of its queues day by day. */
export async function mondayReport(
  query: Record<string, unknown> = {},
  user: Parameters<typeof madeUser>[1] = { seesEverything: true, callSpecification: true },
  customer?: Customer
) {
  const made =
    customer ??
    (await madeCustomer({ plugins: ['asterisk', 'power_bi', 'qlik', 'excel', 'xml', 'json'] }))
  if (!customer) await collectedLog(made)
  const owner = await madeUser(made, user)
  const { saved } = await madeSavedReport(made, owner, {
    name: 'Köerna "A&B"',
    query: {
      report: 'asterisk.queue',
      objects: 'all',
      columns: 'all',
      interval: 'date',
      grouping: 'object',
      emptyRows: false,
      ...query,
    },
  })
  return { customer: made, owner, saved }
}
