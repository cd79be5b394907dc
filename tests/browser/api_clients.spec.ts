import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { strFromU8, unzipSync } from 'fflate'
import { barriers } from '#tests/browser/made/accessibility'
import { madeAdministered } from '#tests/browser/made/administered'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { madeUser } from '#tests/made/user'

test.group('Programs that read reports', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`are given a ticket, and code to begin with that knows it, at ${name} pixels`, async (ctx) => {
      const { customer, administrator } = await madeAdministered()
      const robot = await madeUser(customer, { name: 'Robot' })
      const page = await visitor(ctx, screen)
      await openAs(page, administrator.email, `/administration/users/${robot.id}?tab=tickets`)
      await page.getByRole('button', { name: 'Ny biljett' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Namn', { exact: true }).fill('Kvällskörning')
      await dialog.getByRole('button', { name: 'Skapa biljetten' }).click()
      const secret = await page
        .getByRole('textbox', { name: 'Hemlighet', exact: true })
        .inputValue()
      await page.getByRole('button', { name: 'Klientkod' }).click()
      await dialog.getByLabel('Programspråk').click()
      await page.getByRole('option', { name: 'Python 3' }).click()
      ctx.assert.equal(await dialog.getByLabel('Hemlighet (valfritt)').inputValue(), secret)
      ctx.assert.deepEqual(await barriers(page), [])
      ctx.assert.isFalse(await overflows(page))
      const download = page.waitForEvent('download')
      await dialog.getByRole('button', { name: 'Skapa koden och ladda ned' }).click()
      const file = await download
      ctx.assert.equal(file.suggestedFilename(), 'telestat-python.zip')
      const files = unzipSync(await readFile(await file.path()))
      const config = JSON.parse(
        strFromU8(files['telestat-python/telestat.json'] ?? new Uint8Array())
      ) as {
        secret: string
        report: { report: string }
      }
      ctx.assert.equal(config.secret, secret)
      ctx.assert.equal(config.report.report, 'asterisk.queue')
      await dialog.waitFor({ state: 'detached' })
    })
  }

  test('find the API described, shown from here alone', async (ctx) => {
    const page = await visitor(ctx)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/api/doc')
    await page.getByText('/api/report/v1/generate').waitFor()
    await page.getByText('Make a report', { exact: true }).click()
    await page.getByText('intervalMinutes').first().waitFor()
    const { origin } = new URL(page.url())
    ctx.assert.deepEqual(
      asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
      []
    )
  })
})
