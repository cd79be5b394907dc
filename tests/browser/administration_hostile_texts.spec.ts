import { test } from '@japa/runner'
import type { Page } from 'playwright'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { madeAdministered } from '#tests/browser/made/administered'
import { DESK, openAs, visitor } from '#tests/browser/made/visitor'
import { collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

/** What somebody writes who wants it to be run. */
const HOSTILE = `<img src=x onerror="document.title='taken over'">`
const MONDAY_EIGHT = Date.UTC(2026, 0, 5, 7) / 1000
const line = (after: number, ...rest: string[]) => [MONDAY_EIGHT + after, ...rest].join('|')

/** A queue, an agent and a reason to pause, all of that name, as a platform tells of them. */
const LOG = [
  line(0, 'NONE', HOSTILE, HOSTILE, 'ADDMEMBER', ''),
  line(60, 'c1', HOSTILE, 'NONE', 'ENTERQUEUE', '', '+46701740605', '1'),
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
})

async function isText(page: Page, assert: { equal(actual: unknown, expected: unknown): void }) {
  await page.getByText(HOSTILE).first().waitFor({ state: 'attached' })
  assert.equal(await page.locator('img[src="x"]').count(), 0)
  assert.equal(/taken over/.test(await page.title()), false)
}
