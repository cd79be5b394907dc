import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { Page } from 'playwright'
import ArchivedFile from '#core/delivery/models/archived_file'
import Dispatch from '#core/delivery/models/dispatch'
import Sending from '#core/delivery/models/sending'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { madeAdministered } from '#tests/browser/made/administered'
import { DESK, PHONE, openAs, visitor, overflows } from '#tests/browser/made/visitor'
import { collectedLog } from '#tests/made/queue_log'
import { madeOperator } from '#tests/made/operator'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'

/** What somebody writes who wants it to be run: out of an attribute, as a script, as a picture that fails. */
const HOSTILE = `"><script>document.title='taken over'</script><img src=x onerror="document.title='taken over'">`
/** The same, in a word longer than any screen, which turns the direction of what follows. */
const LONG = `${HOSTILE}javascript:${'å'.repeat(70)}\u202E`
const MONDAY_EIGHT = Date.UTC(2026, 0, 5, 7) / 1000
const line = (after: number, ...rest: string[]) => [MONDAY_EIGHT + after, ...rest].join('|')

/** A queue, an agent and a reason to pause, all of that name, as a platform tells of them. */
const LOG = [
  line(0, 'NONE', HOSTILE, HOSTILE, 'ADDMEMBER', ''),
  line(60, 'c1', HOSTILE, 'NONE', 'ENTERQUEUE', '', '+46701740605', '1', HOSTILE),
  line(70, 'c1', HOSTILE, HOSTILE, 'CONNECT', '10', 'c1.1', '3'),
  line(170, 'c1', HOSTILE, HOSTILE, 'COMPLETECALLER', '10', '100', '1'),
  line(600, 'NONE', HOSTILE, HOSTILE, 'PAUSE', HOSTILE),
  line(1600, 'NONE', HOSTILE, HOSTILE, 'UNPAUSE', ''),
  line(3000, 'NONE', HOSTILE, HOSTILE, 'REMOVEMEMBER', ''),
]

test.group('Texts from platforms and people are shown as they were written', () => {
  test('in the administration: objects, groups, users, the log', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    await collectedLog(customer, [...LOG, `a broken line ${HOSTILE}`])
    const object = await MeasurementObject.findByOrFail({
      customerId: customer.id,
      identifier: HOSTILE,
      objectType: 'queue',
    })
    const group = await createGroup({
      customerId: customer.id,
      name: HOSTILE,
      description: HOSTILE,
      objectIds: [object.id],
    })
    const { id } = await madeUser(customer, { name: HOSTILE })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/administration/users')
    for (const path of [
      'users',
      `users/${id}`,
      `users/${id}?tab=objects`,
      'objects',
      'groups',
      `groups/${group.id}`,
      'collection',
    ]) {
      await page.goto(`/administration/${path}`)
      await isText(page, ctx.assert)
    }
    await page.goto('/administration/groups')
    await page.getByRole('button', { name: `Ta bort ${HOSTILE}` }).click()
    await page.getByRole('dialog').getByText(HOSTILE).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Ta bort gruppen' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto('/administration/audit')
    await isText(page, ctx.assert)
  })

  test('in reports: the choice, the table, its descriptions, the chart and its tooltip', async (ctx) => {
    const { customer } = await madeAdministered()
    await collectedLog(customer, LOG)
    const user = await madeUser(customer, { seesEverything: true, name: HOSTILE })
    const page = await visitor(ctx, DESK)
    const address = '/reports/basic?report=asterisk.agentLogOn&preset=all'
    await openAs(page, user.email, address)
    await page.getByRole('button', { name: /Alla · Agenter/ }).click()
    await isText(page, ctx.assert)
    await page.goto(
      `${address}&objects=all&from=2026-01-05&to=2026-01-05&fromTime=08:00&toTime=10:00&interval=timeOfDay&tab=result`
    )
    const header = page.getByRole('columnheader').filter({ hasText: HOSTILE }).first()
    await header.waitFor()
    await header.getByRole('button').last().hover()
    await page.locator('#column-description').getByText(HOSTILE).first().waitFor()
    await isText(page, ctx.assert)
    await page
      .getByRole('group', { name: 'Välj graf' })
      .getByRole('button', { name: HOSTILE })
      .click()
    const chart = page.locator('.apexcharts-canvas')
    await chart.waitFor()
    const box = await chart.boundingBox()
    for (let across = 0.1; box && across < 1; across += 0.1) {
      await page.mouse.move(box.x + box.width * across, box.y + box.height / 2, { steps: 3 })
    }
    await page.locator('.apexcharts-tooltip').getByText(HOSTILE).first().waitFor()
    await isText(page, ctx.assert)
    await page.getByRole('tab', { name: 'Information om rapporten' }).click()
    await page.getByRole('tabpanel', { name: 'Information om rapporten' }).waitFor()
    ctx.assert.equal(await page.locator('img[src="x"]').count(), 0)
  })

  test('in the call specification: who called, the queue, who answered, and the call’s way', async (ctx) => {
    const { customer } = await madeAdministered()
    await collectedLog(customer, LOG)
    const user = await madeUser(customer, { seesEverything: true, callSpecification: true })
    const page = await visitor(ctx, PHONE)
    await openAs(
      page,
      user.email,
      '/reports/basic?report=asterisk.queue&preset=overview&from=2026-01-05&to=2026-01-05&objects=all&tab=specification'
    )
    const row = page.locator('.call-table tbody tr').first()
    await row.getByText(HOSTILE).first().waitFor()
    ctx.assert.isAtLeast(await row.getByText(HOSTILE).count(), 3)
    await isText(page, ctx.assert)
    await page.getByTitle('Visa samtalets väg').first().click()
    await page.getByRole('dialog').getByText(HOSTILE).first().waitFor()
    await isText(page, ctx.assert)
    ctx.assert.isFalse(await overflows(page))
  })

  test('in the operator’s console: customers, collection points and what went wrong', async (ctx) => {
    const { customer, point, administrator } = await madeAdministered()
    await customer.merge({ name: LONG }).save()
    await point.merge({ name: LONG, lastError: LONG }).save()
    await administrator.merge({ name: LONG }).save()
    const page = await visitor(ctx, PHONE)
    const operator = await madeOperator()
    await openAs(page, operator.email, '/operator/customers')
    await page.getByPlaceholder(/Filtrera/).fill(customer.slug)
    for (const path of [
      '',
      `customers/${customer.id}`,
      `customers/${customer.id}?tab=plugins`,
      'health',
      'users',
    ]) {
      if (path) await page.goto(`/operator/${path}`)
      if (path === 'users') {
        await page.getByLabel('Filtrera på namn eller e-post').fill(administrator.email)
      }
      await isText(page, ctx.assert)
      ctx.assert.isFalse(await overflows(page), path)
    }
  })

  test('in saved reports: the name, who gets it, the files and what went wrong', async (ctx) => {
    const { customer } = await madeAdministered()
    const user = await madeUser(customer, { seesEverything: true })
    const { saved } = await madeSavedReport(customer, user, { name: LONG, recipients: [HOSTILE] })
    const now = DateTime.utc()
    const sending = await Sending.create({
      customerId: customer.id,
      savedReportId: saved.id,
      ownerId: user.id,
      occasion: randomUUID(),
      dueAt: now,
      title: LONG,
      locale: 'sv',
      fromDate: '2026-01-05',
      toDate: '2026-01-05',
      state: 'made',
      attempts: 1,
      nextTryAt: now,
      plannedAt: now,
    })
    const file = await ArchivedFile.create({
      id: randomUUID(),
      customerId: customer.id,
      sendingId: sending.id,
      madeFor: user.id,
      name: `${HOSTILE}.xlsx`,
      contentType: 'text/html',
      size: 1,
      specification: false,
      madeAt: now,
    })
    await Dispatch.create({
      id: randomUUID(),
      customerId: customer.id,
      sendingId: sending.id,
      recipient: HOSTILE,
      address: HOSTILE,
      fileId: file.id,
      state: 'bounced',
      attempts: 1,
      nextTryAt: now,
      problem: { code: 'E_BOUNCED', message: HOSTILE },
      stateAt: now,
    })
    const page = await visitor(ctx, PHONE)
    await openAs(page, user.email, '/reports/saved')
    await isText(page, ctx.assert)
    await page.getByRole('button', { name: /^Visa mer om/ }).click()
    await isText(page, ctx.assert)
    ctx.assert.isFalse(await overflows(page))
    await page.goto(`/reports/saved/${saved.id}?tab=advanced`)
    await page.getByText(`${HOSTILE}.xlsx`).first().waitFor()
    await isText(page, ctx.assert)
    ctx.assert.isFalse(await overflows(page))
  })
})

async function isText(page: Page, assert: { equal(actual: unknown, expected: unknown): void }) {
  await page.getByText(HOSTILE).first().waitFor({ state: 'attached' })
  assert.equal(await page.locator('img[src="x"]').count(), 0)
  assert.equal(/taken over/.test(await page.title()), false)
}
