import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import type { Locator } from 'playwright'
import { readTable } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

/** An answered call of `support` at ten in the morning. */
function callOn(day: DateTime) {
  const at = day.set({ hour: 10 }).toSeconds()
  return [
    `${at}|${at}.1|support|NONE|ENTERQUEUE||+46701740605|1`,
    `${at + 9}|${at}.1|support|SIP/8001|CONNECT|9|${at}.2|3`,
    `${at + 30}|${at}.1|support|SIP/8001|COMPLETECALLER|9|21|1`,
  ]
}

/** Presses, and says how many there have been. */
function counter() {
  let count = 0
  return {
    press: async (what: Locator) => {
      await what.click()
      count += 1
    },
    taken: () => {
      const taken = count
      count = 0
      return taken
    },
  }
}

test.group('What is asked every day takes few clicks', () => {
  test('yesterday, last week of one queue, month against month, a mail each Friday and a feed', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk', 'power_bi'] })
    const today = DateTime.now().setZone(customer.zone).startOf('day')
    const days = [
      today.minus({ months: 1 }).startOf('month').plus({ days: 2 }),
      today.minus({ weeks: 1 }).startOf('week').plus({ days: 1 }),
      today.minus({ days: 1 }),
    ]
    const known = new Map(days.map((day) => [day.toISODate(), day]))
    await collectedLog(customer, [...known.values()].sort((a, b) => +a - +b).flatMap(callOn))
    const user = await madeUser(customer, { seesEverything: true })
    const page = await visitor(ctx)
    const { press, taken } = counter()
    const home = async () => {
      await page.goto('/')
      await page.getByRole('navigation').getByRole('link', { name: 'Köer' }).waitFor()
      await page.evaluate('localStorage.clear()')
    }
    const queues = page.getByRole('navigation').getByRole('link', { name: 'Köer' })
    await openAs(page, user.email, '/')

    await home()
    await press(queues)
    const { total } = await readTable(page)
    ctx.assert.deepEqual(total.slice(0, 3), ['Totalt', '1', '1'])
    ctx.assert.isAtMost(taken(), 2)

    await home()
    await press(queues)
    await press(page.getByRole('button', { name: 'Förra veckan' }))
    await press(page.getByRole('button', { name: 'Per kö' }))
    await page.getByRole('columnheader', { name: 'Namn' }).waitFor()
    const { columns, rows } = await readTable(page)
    const row = rows.find((cells) => cells.includes('support')) ?? []
    ctx.assert.equal(row[columns.indexOf('(%) Besvarade')]?.replace(/\s/g, ' '), '100,0 %')
    ctx.assert.isAtMost(taken(), 3)

    await home()
    await press(queues)
    await press(page.getByRole('button', { name: 'Förra månaden' }))
    const figures = page.getByRole('region', { name: 'Nyckeltal' })
    await figures.getByText(/att jämföra med|Jämfört med/).waitFor()
    ctx.assert.isAtMost(taken(), 3)

    const drawer = page.getByRole('dialog')
    await press(page.getByRole('button', { name: 'Skicka regelbundet …' }))
    await press(drawer.getByRole('button', { name: 'Spara', exact: true }))
    await page.getByRole('heading', { level: 1, name: 'Köer – Översikt' }).waitFor()
    ctx.assert.isAtMost(taken(), 4)
    await page.getByRole('tab', { name: 'Scheman' }).click()
    await page
      .getByText(/fredag/i)
      .first()
      .waitFor()
    const kept = await page.evaluate(
      `fetch('/api/report/v1/saved-reports').then((answer) => answer.text())`
    )
    ctx.assert.include(String(kept), user.email)

    await page.goto('/reports/basic')
    await readTable(page)
    await press(page.getByRole('button', { name: 'Connector …' }))
    await press(drawer.getByRole('button', { name: 'Spara', exact: true }))
    await press(page.getByRole('button', { name: /^Microsoft Power BI/ }))
    await press(drawer.getByRole('button', { name: 'Lägg till och spara' }))
    await page.getByLabel('Access token', { exact: true }).waitFor()
    ctx.assert.isAtMost(taken(), 4)
  })

  test('no ready-made report is cut off sideways on a screen of 1440', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const user = await madeUser(customer, { seesEverything: true })
    const page = await visitor(ctx)
    await openAs(page, user.email, '/')
    const types = (await page.evaluate(
      `fetch('/api/report/v1/types').then((answer) => answer.json())`
    )) as { types: { key: string; presets: { key: string }[] }[] }
    const wide: string[] = []
    for (const { key, presets } of types.types.filter(({ key: one }) => one === 'asterisk.queue')) {
      for (const preset of presets) {
        await page.goto(
          `/reports/basic?report=${key}&preset=${preset.key}&from=2026-01-05&to=2026-01-05&objects=all`
        )
        await page.locator('.report-table tbody tr').first().waitFor()
        const over = await page.evaluate(
          `(() => { const box = document.querySelector('.report-table').parentElement; return box.scrollWidth - box.clientWidth })()`
        )
        if (Number(over) > 1) wide.push(`${key} ${preset.key}: ${String(over)}`)
      }
    }
    ctx.assert.deepEqual(wide, [])
  })
})
