import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { applyEdition } from '#core/customers/actions/apply_edition'
import { barriers } from '#tests/browser/made/accessibility'
import { madeMonday, readTable } from '#tests/browser/made/report'
import { PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'

const QUEUES =
  '/reports/advanced?report=asterisk.queue&from=2026-01-05&to=2026-01-05' +
  '&fromTime=08:00&toTime=10:00&interval=timeOfDay&objects=all'

test.group('Visualisations', () => {
  test('a supervisor sees which are possible, opens each, and takes a picture away', async (ctx) => {
    const user = await madeExtended()
    const page = await opened(await visitor(ctx), user.email)
    const cards = page.getByRole('article')
    await cards.filter({ hasText: 'Färgdiagram' }).getByText('Fungerar för:').waitFor()
    ctx.assert.equal(await cards.filter({ hasText: 'Topplistor' }).count(), 0)
    ctx.assert.deepEqual(await barriers(page), [])

    await open(page, 'Spridningsanalys')
    const spread = page.getByRole('region', { name: '(M) Svarstid: hur värdena är spridda' })
    const picture = spread.getByRole('img').first()
    await picture.locator('.apexcharts-bar-area').first().waitFor()
    ctx.assert.match(
      (await picture.getAttribute('aria-label')) ?? '',
      /Median 00:00:12.*Medel 00:00:18/
    )
    // Five calls that waited from 4 to 45 seconds, two seconds to a bin.
    const texts = await spread.locator('tbody tr').allInnerTexts()
    const lines = texts.map((text) => text.replace(/\s+/g, ' ').trim())
    ctx.assert.lengthOf(lines, 21)
    ctx.assert.deepEqual(
      lines.filter((line) => !line.endsWith(' 0 0,0 %')),
      [
        '00:00:04 00:00:05 1 20,0 %',
        '00:00:10 00:00:11 1 20,0 %',
        '00:00:12 00:00:13 1 20,0 %',
        '00:00:20 00:00:21 1 20,0 %',
        '00:00:44 00:00:45 1 20,0 %',
      ]
    )
    ctx.assert.deepEqual(await barriers(page), [])
    const [svg, png] = [await saved(page, 'SVG'), await saved(page, 'PNG')]
    ctx.assert.match(svg.toString(), /<title>\(M\) Svarstid: hur värdena är spridda<\/title>/)
    ctx.assert.notMatch(svg.toString(), /foreignObject|oklch/)
    ctx.assert.equal(png.subarray(1, 4).toString(), 'PNG')

    for (const [name, drawn] of [
      ['Färgdiagram', '.apexcharts-heatmap-rect'],
      ['Sammansatta värden', '.apexcharts-bar-area'],
      ['Kolumnanalys', '.apexcharts-bar-area'],
    ] as const) {
      await page.getByRole('button', { name: 'Alla visualiseringar' }).click()
      await open(page, name)
      await page.locator(drawn).first().waitFor()
      ctx.assert.deepEqual(await barriers(page), [])
    }
  })

  test('fit a phone, and per object there are top lists and what was found in the calls', async (ctx) => {
    const user = await madeExtended()
    const address = QUEUES.replace('timeOfDay', 'period') + '&grouping=object'
    const page = await opened(await visitor(ctx, PHONE), user.email, address)
    ctx.assert.isFalse(await overflows(page))
    await open(page, 'Topplistor')
    await page.getByRole('img', { name: /Inkommande: högst först/ }).waitFor()
    const rows = page.getByRole('region', { name: /Tabell: Inkommande/ }).locator('tbody tr')
    const texts = await rows.allInnerTexts()
    ctx.assert.deepEqual(
      texts.map((text) => text.split(/\s+/).filter(Boolean)),
      [
        ['1', 'support', '6'],
        ['2', 'sälj', '3'],
      ]
    )
    ctx.assert.isFalse(await overflows(page))

    // What is open and chosen is in the address; the way back closes it.
    await page.getByLabel('Ordning').click()
    await page.getByRole('option', { name: 'Lägst först' }).click()
    await page.getByRole('img', { name: /Inkommande: lägst först/ }).waitFor()
    await page.reload()
    await page.getByRole('img', { name: /Inkommande: lägst först/ }).waitFor()
    await page.goBack()
    await page.getByRole('article').first().waitFor()
    await open(page, 'Färgdiagram')
    await page.locator('.apexcharts-heatmap-rect').first().waitFor()
    ctx.assert.isFalse(await overflows(page))
  })
})

/** Somebody whose customer has every widget. */
async function madeExtended() {
  const { customer, user } = await madeMonday()
  await applyEdition(customer)
  return user
}

async function opened(page: Page, email: string, address = QUEUES) {
  await openAs(page, email, address)
  await readTable(page)
  await page.getByRole('tab', { name: 'Visualiseringar' }).click()
  await page.getByRole('article').first().waitFor()
  return page
}

const open = (page: Page, name: string) =>
  page.getByRole('button', { name: `Öppna ${name}`, exact: true }).click()

/** What a button hands over to save. */
async function saved(page: Page, kind: string) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: new RegExp(`som ${kind}$`) }).click()
  const file = await download
  return readFile(await file.path())
}
