import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { readTable } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

test.group('The start page', () => {
  test('it tells the day so far, and leads to the report of it', async (ctx) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const now = Math.floor(DateTime.now().setZone(customer.zone).startOf('day').toSeconds()) + 60
    await collectedLog(customer, [
      `${now}|${now}.1|support|NONE|ENTERQUEUE||+46701740605|1`,
      `${now + 9}|${now}.1|support|SIP/8001|CONNECT|9|${now}.2|3`,
      `${now + 30}|${now}.1|support|SIP/8001|COMPLETECALLER|9|21|1`,
    ])
    const user = await madeUser(customer, { seesEverything: true })
    const page = await visitor(ctx)
    await openAs(page, user.email, '/')
    const today = page.getByRole('link', { name: 'Idag: öppna rapporten Köer' })
    const card = page.getByRole('article').filter({ has: today })
    ctx.assert.match(await card.innerText(), /Inkommande\s+1\s/)
    ctx.assert.match(await card.innerText(), /Besvarade\s+100,0/)
    ctx.assert.isAtMost(Number(await page.evaluate('document.documentElement.scrollHeight')), 900)
    await today.click()
    const { total } = await readTable(page)
    ctx.assert.deepEqual(total.slice(0, 3), ['Totalt', '1', '1'])
  })

  test('light and dark are chosen by a button, and remembered', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    const page = await visitor(ctx)
    await openAs(page, user.email, '/')
    await page.getByRole('button', { name: 'Mörkt utseende' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Ljust utseende' }).waitFor()
    const theme = await page.locator('html').getAttribute('class')
    ctx.assert.match(theme ?? '', /dark/)
  })
})
