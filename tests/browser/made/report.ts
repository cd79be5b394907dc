import type { Page } from 'playwright'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

/** A customer whose Monday, the 5th of January 2026, was collected from its Asterisk, and one of its people. */
export async function madeMonday(user: Parameters<typeof madeUser>[1] = { seesEverything: true }) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  return { customer, user: await madeUser(customer, user) }
}

/** The report of all queues that Monday, by its address. */
export const MONDAY_REPORT =
  '/reports/basic?report=asterisk.queue&preset=overview&from=2026-01-05&to=2026-01-05' +
  '&fromTime=08:00&toTime=10:00&interval=timeOfDay&objects=all'

/** What of the report is chosen at this place of the bar, opened: `Period`, `Tid på dygnet`, `Mätobjekt`, `Inställningar`. */
export async function openChoice(page: Page, name: string) {
  await page.getByRole('button', { name: new RegExp(`^${name}: `) }).click()
  const choice = page.getByRole('group', { name, exact: true })
  await choice.waitFor()
  return choice
}

/** The table on the screen: its column names, its total, and its rows as texts. */
export async function readTable(page: Page) {
  const table = page.locator('.report-table')
  await table.locator('tbody tr').first().waitFor()
  const texts = async (selector: string) => {
    const found = await table.locator(selector).allInnerTexts()
    return found.map((text) => text.replace(/\s+/g, ' ').trim())
  }
  const columns = await texts('thead tr:first-child th')
  const rows: string[][] = []
  for (const row of await table.locator('thead tr.total-row, tbody tr:not(.spacer)').all()) {
    const cells = await row.locator('th, td').allInnerTexts()
    rows.push(cells.map((text) => text.trim()))
  }
  const [total = [], ...others] = rows
  return { columns, total, rows: others }
}
