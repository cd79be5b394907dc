import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { MONDAY_REPORT, madeMonday, readTable } from '#tests/browser/made/report'
import { tooWide } from '#tests/browser/made/too_wide'
import { DESK, PHONE, openAs, overflows, signIn, visitor } from '#tests/browser/made/visitor'
import { madeConnector } from '#tests/made/connector'
import { madeCustomer } from '#tests/made/customer'
import { madeOperator } from '#tests/made/operator'
import { collectedLog } from '#tests/made/queue_log'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'

test.group('On the screen of a phone', () => {
  test('no page has to be pushed sideways', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await signIn(page, user.email)
    await page.getByRole('heading', { level: 3, name: 'Köer' }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.goto('/reports/basic?report=asterisk.queue')
    await page.getByRole('region', { name: 'Nyckeltal' }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.goto(MONDAY_REPORT.replace('preset=overview', 'preset=all'))
    await readTable(page)
    for (const tab of ['Resultat', 'Exportera', 'Information om rapporten']) {
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel', { name: tab }).waitFor()
      ctx.assert.isFalse(await overflows(page), tab)
    }
  })

  test('a wide table moves in its own box, and the name of each row stays', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(page, user.email, MONDAY_REPORT.replace('preset=overview', 'preset=all'))
    await readTable(page)
    const name = page.getByRole('rowheader', { name: 'Totalt' })
    const incoming = page.getByRole('columnheader', { name: 'Inkommande' }).first()
    const before = [await name.boundingBox(), await incoming.boundingBox()]
    await page.evaluate(`document.querySelector('[aria-label^=Tabell]').scrollLeft = 400`)
    const after = [await name.boundingBox(), await incoming.boundingBox()]
    ctx.assert.equal(after[0]?.x, before[0]?.x)
    ctx.assert.equal(after[1]?.x, (before[1]?.x ?? 0) - 400)
  })

  test('the menu is a drawer that opens, leads on and closes', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(page, user.email, '/')
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
    await page.getByRole('button', { name: /menyn$/ }).click()
    await page.getByRole('dialog').getByRole('link', { name: 'Basrapporter' }).click()
    await page.getByRole('heading', { level: 1, name: /^Köer/ }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    ctx.assert.equal(new URL(page.url()).pathname, '/reports/basic')
  })

  test('a report is made and a column is described with a finger', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, PHONE)
    await openAs(
      page,
      user.email,
      '/reports/basic?report=asterisk.queue&from=2026-01-05&to=2026-01-05'
    )
    const { total } = await readTable(page)
    ctx.assert.deepEqual(total.slice(0, 3), ['Totalt', '9', '5'])
    await page.locator('thead').getByRole('button', { name: 'Inkommande', exact: true }).tap()
    await page.locator('#column-description').getByText('Består av:').first().waitFor()
    ctx.assert.isFalse(await overflows(page))
  })
})

/** Where each page of the router is tried, by whom, and the dialogs that open from it. */
const pages: Record<string, { operator?: true; at?: (made: Made) => string; dialogs?: RegExp[] }> =
  {
    '/': {},
    '/reports/basic': { at: () => MONDAY_REPORT },
    '/reports/advanced': { at: () => MONDAY_REPORT.replace('basic', 'advanced') },
    '/reports/saved': { dialogs: [/^Skicka /, /^Exekvera /] },
    '/reports/saved/:id(\\d+)': {
      at: ({ saved }) => `/reports/saved/${saved.id}`,
      dialogs: [/^Lägg till schema/, /^Ändra Varje|^Ändra Fredag/, /^Vem som har läst/, /^Guide/],
    },
    '/reports/connectors': {},
    '/account': { dialogs: [/^Lägg till en autentiseringsapp/, /^Ändra/] },
    '/files': {},
    '/sent/:id': { at: ({ file }) => `/sent/${file}` },
    '/errands': {},
    '/errands/:service/:errand': { at: () => '/errands/nothing/nothing' },
    '/administration/users': { dialogs: [/^Lägg till/] },
    '/administration/users/:id(i?\\d+)': {
      at: ({ user }) => `/administration/users/${user.id}`,
      dialogs: [/biljett/, /^Lås/],
    },
    '/administration/customer-users': { dialogs: [/^Bjud in/] },
    '/administration/customer-users/:id(i?\\d+)': {
      at: ({ outsider }) => `/administration/customer-users/${outsider.id}`,
    },
    '/administration/objects': { dialogs: [/^Lägg till/] },
    '/administration/groups': { dialogs: [/^Lägg till/] },
    '/administration/groups/:id(\\d+)': { at: ({ group }) => `/administration/groups/${group.id}` },
    '/administration/collection': {},
    '/administration/audit': {},
    '/administration/settings': {},
    '/administration/settings/hours': {},
    '/administration/settings/delivery': {},
    '/administration/settings/look': {},
    '/administration/settings/operators': {},
    '/operator/customers': { operator: true, dialogs: [/^Lägg till/] },
    '/operator/customers/:id(\\d+)': {
      operator: true,
      at: ({ customer }) => `/operator/customers/${customer.id}`,
      dialogs: [/administratör/, /^Stäng/],
    },
    '/operator/users': { operator: true },
    '/operator/health': { operator: true },
    '/operator/jobs': { operator: true },
    '/operator/brands': { operator: true },
  }

/** Before sign-in; they are tried where signing in is. */
const open = [
  ...['/sign-in', '/sign-in/method', '/sign-in/code/:method', '/forgotten-password'],
  ...['/password-reset/:token', '/email-change/:token', '/enrolment/:token', '/invitation/:token'],
  ...['/demo/mails', '/:path(.*)*'],
]

/** Waits for what is on its way: until then a skeleton stands in its place. */
const shown = (page: Page) =>
  page
    .locator('main .animate-pulse, [role=dialog] .animate-pulse')
    .first()
    .waitFor({ state: 'detached' })

async function madeEverything() {
  const customer = await madeCustomer({ plugins: ['asterisk', 'power_bi'] })
  await collectedLog(customer)
  const administrator = await madeUser(customer, { administrator: true, callSpecification: true })
  const user = await madeUser(customer, { objects: ['support'] })
  const outsider = await madeUser(customer, { customerUser: true })
  const group = await createGroup({ customerId: customer.id, name: 'Kundtjänsten i Norrköping' })
  const { saved } = await madeSavedReport(customer, administrator)
  await madeConnector(saved, { tokenRequired: true })
  const operator = await madeOperator()
  return { customer, administrator, user, outsider, group, saved, operator, file: 'nothing' }
}
type Made = Awaited<ReturnType<typeof madeEverything>>

test.group('No page and no dialog is wider than a phone', () => {
  test('whichever page of the router it is', async (ctx) => {
    const made = await madeEverything()
    const sources = ['router.ts', 'saved_reports', 'administration', 'operator', 'errands'].map(
      (at) => readFile(`frontend/${at.endsWith('.ts') ? at : `${at}/routes.ts`}`, 'utf8')
    )
    const texts = await Promise.all(sources)
    const paths = texts.flatMap((text) =>
      [...text.matchAll(/path: '([^']+)'/g)].map(([, path]) => path.replaceAll('\\\\', '\\'))
    )
    ctx.assert.sameMembers(paths, [...Object.keys(pages), ...open])
    const wide: string[] = []
    const missing: string[] = []
    for (const operator of [false, true]) {
      const page = await visitor(ctx, PHONE)
      await openAs(page, (operator ? made.operator : made.administrator).email, '/account')
      const look = async (where: string) => {
        const found = await tooWide(page)
        wide.push(...found.map((what) => `${where}: ${what}`))
      }
      for (const [path, { at, dialogs = [], ...of }] of Object.entries(pages)) {
        if (Boolean(of.operator) !== operator) continue
        await page.goto(at?.(made) ?? path, { waitUntil: 'networkidle' })
        await shown(page)
        await look(path)
        const left = new Set(dialogs)
        const names = await page.getByRole('tab').allInnerTexts()
        for (const tab of names.length ? names : ['']) {
          if (tab) {
            await page.getByRole('tab', { name: tab, exact: true }).click()
            await page.getByRole('tabpanel', { name: tab, exact: true }).waitFor()
            await shown(page)
            await look(`${path} ${tab}`)
          }
          for (const name of left) {
            const button = page.getByRole('main').getByRole('button', { name }).first()
            if (!(await button.isVisible())) continue
            await button.click()
            const dialog = page.getByRole('dialog')
            await dialog.waitFor()
            await shown(page)
            await look(`${path} ${tab} ${name.source}`)
            await page.keyboard.press('Escape')
            await dialog.waitFor({ state: 'detached' })
            left.delete(name)
          }
        }
        missing.push(...[...left].map((name) => `${path} ${name.source}`))
      }
    }
    ctx.assert.deepEqual(wide, [])
    ctx.assert.deepEqual(missing, [], 'dialogs that were not found')
  }).timeout(900_000)
})

test.group('The menu beside the page', () => {
  test('it is hidden and shown by the button at its top, and stays so after a reload', async (ctx) => {
    const { user } = await madeMonday()
    const page = await visitor(ctx, DESK)
    await openAs(page, user.email, '/')
    const menu = page.getByRole('navigation', { name: 'Huvudmeny' })
    await menu.waitFor()
    await page.getByRole('button', { name: 'Dölj menyn' }).click()
    await menu.waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('button', { name: 'Visa menyn' }).waitFor()
    ctx.assert.isFalse(await menu.isVisible())
    await page.getByRole('button', { name: 'Visa menyn' }).click()
    await menu.waitFor()
  })
})
