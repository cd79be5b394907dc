import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { startJob } from '#core/jobs/actions/start_job'
import BackgroundJob from '#core/jobs/models/background_job'
import exportReport from '#core/exports/jobs/export_report'
import { barriers } from '#tests/browser/made/accessibility'
import { madeMonday } from '#tests/browser/made/report'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { counting, jobIn, withWorker } from '#tests/made/jobs'
import { madeOperator } from '#tests/made/operator'

const period = { from: '2026-01-05', to: '2026-01-05', fromTime: '08:00', toTime: '10:00' }
const query = {
  report: 'asterisk.queue',
  period: { ...period, weekdays: [1, 2, 3, 4, 5, 6, 7] },
  interval: 'period',
  intervalMinutes: 30,
  grouping: 'total',
  objects: 'all',
  columns: 'all',
  parameters: {},
  breakdown: true,
  locale: 'sv',
}
const contents = { specification: false, charts: false, columnDescriptions: false }
const request = { format: 'csv', timeFormat: 'hms', audience: 'person', ...contents }

test.group('Background jobs', (group) => {
  withWorker(group, 4)

  test('a person fetches, retries and removes their files, and the operator sees how they go, on a desk and a phone', async (ctx) => {
    const looksWell = async (page: Page, name: string) => {
      for (const { viewport } of [PHONE, DESK]) {
        await page.setViewportSize(viewport)
        if (process.env.SCREENS) {
          const path = `${process.env.SCREENS}/${name}-${viewport.width}.png`
          await page.screenshot({ path, fullPage: true })
        }
        ctx.assert.deepEqual(await barriers(page), [])
        ctx.assert.isFalse(await overflows(page))
      }
    }
    const { customer, user } = await madeMonday()
    const own = (title: string) => ({ customerId: customer.id, userId: user.id, title })
    const payload = { query, request, mail: null }
    const made = await startJob(exportReport, payload, own('Köer 2026-01-05'))
    await jobIn(made.id, 'done')
    const page = await visitor(ctx)
    await openAs(page, user.email, '/files')
    await page.getByText('Köer 2026-01-05').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Ladda ner' }).click(),
    ])
    ctx.assert.match(download.suggestedFilename(), /^.+ 2026-01-05\.csv$/)
    const slow = await startJob(counting, { to: 100_000, everyMs: 20 }, own('Alla samtal 2025'))
    await page.reload()
    await page.getByText(/av 100.000 rader/).waitFor()
    await looksWell(page, 'own')
    const operator = await madeOperator()
    const desk = await visitor(ctx)
    await openAs(desk, operator.email, '/operator/jobs')
    const row = desk.getByRole('row').filter({ hasText: user.email }).first()
    await row.getByText('Görs').waitFor()
    await looksWell(desk, 'every')
    ctx.assert.equal(await desk.getByText('Alla samtal').count(), 0)
    await row.getByRole('button', { name: 'Avbryt' }).click()
    await row.getByText('Avbruten').waitFor()
    await jobIn(slow.id, 'cancelled')
    const short = JSON.stringify({ to: 2, everyMs: 1 })
    await BackgroundJob.query().where('id', slow.id).update({ payload: short })
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await jobIn(slow.id, 'done')
    await page.getByRole('button', { name: 'Ta bort Alla samtal 2025' }).click()
    await page.getByText('Alla samtal 2025').waitFor({ state: 'detached' })
  })
})
