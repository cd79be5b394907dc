import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Customer from '#core/customers/models/customer'
import { enabledSources } from '#core/customers/queries/enabled_sources'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { standIn } from '#plugins/sources/daktela/tests/stand_in'
import { barriers } from '#tests/browser/made/accessibility'
import { madeAdministered } from '#tests/browser/made/administered'
import { madeOperator } from '#tests/made/operator'
import { DESK, PHONE, openAs, overflows, visitor } from '#tests/browser/made/visitor'
import { mailsTo } from '#tests/made/mails'
import { MONDAY, collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

const screens = [
  ['1440', DESK],
  ['390', PHONE],
] as const

test.group('The operator’s console', () => {
  for (const [name, screen] of screens) {
    test(`a customer is made, given a platform and an administrator, at ${name} pixels`, async (ctx) => {
      const operator = await madeOperator()
      const word = randomBytes(4).toString('hex')
      const page = await visitor(ctx, screen)
      await openAs(page, operator.email, '/')
      await page.getByRole('heading', { level: 1, name: 'Kunder' }).waitFor()
      await page.getByRole('button', { name: 'Lägg till kund' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Namn', { exact: true }).fill(`Växjö Åkeri ${word}`)
      ctx.assert.equal(await dialog.getByLabel('Kortnamn').inputValue(), `vaxjo-akeri-${word}`)
      await dialog.getByRole('button', { name: 'Skapa kunden' }).click()
      await page.getByRole('heading', { level: 1, name: `Växjö Åkeri ${word}` }).waitFor()
      await page.getByRole('switch', { name: 'Aktiverad: Asterisk' }).click()
      await page.getByRole('button', { name: 'Lägg till insamlingspunkt' }).click()
      await dialog.getByLabel('Namn', { exact: true }).fill('Kajen')
      await dialog.getByRole('button', { name: 'Lägg till', exact: true }).click()
      await page.getByText('aldrig insamlat').waitFor()
      const customer = await Customer.findByOrFail('slug', `vaxjo-akeri-${word}`)
      ctx.assert.deepEqual(await enabledSources(customer.id), ['asterisk'])
      const email = `p-${word}@nordvik.example`
      await page.getByRole('button', { name: 'Lägg till administratör' }).click()
      await dialog.getByLabel('E-postadress').fill(email)
      await dialog.getByRole('button', { name: 'Skicka inbjudan' }).click()
      await dialog.waitFor({ state: 'detached' })
      ctx.assert.lengthOf(await mailsTo(email), 1)
      ctx.assert.isFalse(await overflows(page))
    })
  }

  test('a customer’s settings are changed: service level, opening hours, a holiday', async (ctx) => {
    const { customer } = await madeAdministered()
    const operator = await madeOperator()
    const page = await visitor(ctx)
    await openAs(page, operator.email, `/operator/customers/${customer.id}`)
    await page.getByRole('radio', { name: 'Utan korta tappade' }).click()
    await page.getByLabel('Kort tappad, sekunder').fill('8')
    await page.getByRole('switch', { name: 'Det finns öppettider' }).click()
    await page.getByLabel('Mån Till').fill('18:30')
    await page.getByRole('button', { name: 'Ta bort tider: Fre' }).click()
    await page.getByRole('button', { name: 'Lägg till en helgdag' }).click()
    await page.getByLabel('Helgdagens datum').fill('2026-12-24')
    await page.getByLabel('Helgdagens namn').fill('Julafton')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    await customer.refresh()
    ctx.assert.equal(customer.serviceLevel, 'shortAbandonsLeftOut')
    ctx.assert.equal(customer.shortAbandonSeconds, 8)
    ctx.assert.deepEqual(customer.openingHours?.['1'], [{ from: '08:00', to: '18:30' }])
    ctx.assert.isUndefined(customer.openingHours?.['5'])
    ctx.assert.deepEqual(customer.holidays, [{ date: '2026-12-24', name: 'Julafton' }])
  })

  test('settings stand as the plugin declares them, secrets are kept and never shown, and the connection is tried', async (ctx) => {
    const { customer, point } = await madeAdministered()
    const operator = await madeOperator()
    const page = await visitor(ctx)
    await openAs(page, operator.email, `/operator/customers/${customer.id}?tab=plugins`)
    await page.getByRole('button', { name: 'Inställningar: växeln' }).click()
    const form = page.getByRole('form', { name: 'Inställningar för växeln' })
    await form.getByRole('button', { name: 'Lägg till en rad' }).first().click()
    await form.getByLabel('Agenternas namn, rad 1: namn').fill('SIP/8001')
    await form.getByLabel('Agenternas namn, rad 1: värde').fill('Anna Öberg')
    await form.getByRole('button', { name: 'Spara' }).click()
    await form.getByText('Sparat.').waitFor()
    const kept = await CollectionPoint.findOrFail(point.id)
    ctx.assert.deepEqual(kept.settings, { agents: { 'SIP/8001': 'Anna Öberg' } })
    await page.getByRole('button', { name: 'Testa anslutningen: växeln' }).click()
    await page
      .getByText(/Anslutningen fungerar|Det fungerar inte|Det finns ingen anslutning att testa/)
      .waitFor()
  })

  test('a secret is typed, sealed, never shown again, kept when left empty, and opens the platform', async (ctx) => {
    const { customer } = await madeAdministered()
    const platform = await standIn()
    ctx.cleanup(() => platform.close())
    const secret = `static-${randomBytes(8).toString('hex')}`
    platform.tokens = new Set([secret])
    const operator = await madeOperator()
    const page = await visitor(ctx)
    const answers: string[] = []
    page.on('response', (response) => {
      if (response.url().includes('/points')) {
        void response.text().then(
          (text) => answers.push(text),
          () => undefined
        )
      }
    })
    const path = `/operator/customers/${customer.id}?tab=plugins`
    await openAs(page, operator.email, path)
    const card = page.getByRole('article').filter({ hasText: 'Daktela' })
    await page.getByRole('switch', { name: 'Aktiverad: Daktela' }).click()
    await card.getByRole('button', { name: 'Lägg till insamlingspunkt' }).click()
    await page.getByRole('dialog').getByLabel('Namn', { exact: true }).fill('molnet')
    await page.getByRole('dialog').getByRole('button', { name: 'Lägg till', exact: true }).click()
    await page.getByRole('button', { name: 'Inställningar: molnet' }).click()
    const form = page.getByRole('form', { name: 'Inställningar för molnet' })
    await form.locator('[name=address]').fill(platform.address)
    await form.locator('[name=token]').fill(secret)
    await form.getByRole('button', { name: 'Spara' }).click()
    await form.getByText('Sparat.').waitFor()
    const stored = () =>
      CollectionPoint.findByOrFail({ customerId: customer.id, source: 'daktela' })
    const sealed = await stored()
    ctx.assert.notInclude(JSON.stringify(sealed.$attributes), secret)

    await page.goto(path)
    await page.getByRole('button', { name: 'Inställningar: molnet' }).click()
    ctx.assert.equal(await form.locator('[name=token]').inputValue(), '')
    await form.locator('[name=rereadHours]').fill('24')
    await form.getByRole('button', { name: 'Spara' }).click()
    await form.getByText('Sparat.').waitFor()
    await sealed.refresh()
    ctx.assert.containSubset(sealed.settings, { rereadHours: 24 })
    await page.getByRole('button', { name: 'Testa anslutningen: molnet' }).click()
    await page.getByText('Anslutningen fungerar').waitFor()
    ctx.assert.isAbove(answers.length, 2)
    ctx.assert.notInclude(answers.join(), secret)
    ctx.assert.notInclude(await page.content(), secret)

    platform.tokens = new Set(['another'])
    await page.getByRole('button', { name: 'Testa anslutningen: molnet' }).click()
    await page.getByText(/Det fungerar inte/).waitFor()
  })

  test('a plugin that is switched off is gone from the customer’s menu, and back when switched on', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const operator = await madeOperator()
    const page = await visitor(ctx)
    await openAs(page, operator.email, `/operator/customers/${customer.id}?tab=plugins`)
    const enabled = page.getByRole('switch', { name: 'Aktiverad: Asterisk' })
    await enabled.click()
    await page
      .getByRole('button', { name: 'Lägg till insamlingspunkt' })
      .waitFor({ state: 'detached' })
    const theirs = await visitor(ctx)
    await openAs(theirs, administrator.email, '/')
    await theirs.getByText('Inga rapporter än').waitFor()
    await enabled.click()
    await page.getByRole('button', { name: 'Lägg till insamlingspunkt' }).waitFor()
    await theirs.reload()
    await theirs.getByRole('heading', { level: 3, name: 'Köer' }).waitFor()
  })

  test('a brand is made and given to a customer, which is opened and left without signing in again', async (ctx) => {
    const { customer } = await madeAdministered()
    await customer.merge({ operatorsInvitedAt: DateTime.utc() }).save()
    const operator = await madeOperator()
    const name = `Nordvik ${randomBytes(4).toString('hex')}`
    ctx.cleanup(async () => {
      await db.from('brands').where('name', name).delete()
    })
    const page = await visitor(ctx, PHONE)
    await openAs(page, operator.email, '/operator/brands')
    await page.getByRole('button', { name: 'Lägg till varumärke' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Namn', { exact: true }).fill(name)
    await dialog.getByLabel('Värdnamn').fill('https://wrong/')
    await dialog.getByLabel('Supportsida').fill('https://support.nordvik.example/')
    await dialog.getByRole('button', { name: 'Skapa varumärke' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel('Värdnamn').fill('')
    await dialog.getByRole('button', { name: 'Skapa varumärke' }).click()
    await page.getByRole('heading', { level: 2, name }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    await page.goto(`/operator/customers/${customer.id}`)
    await page.getByRole('combobox', { name: 'Varumärke' }).click()
    await page.getByRole('option', { name }).click()
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Sparat.').waitFor()
    ctx.assert.isFalse(await overflows(page))

    await page.getByRole('button', { name: 'Öppna en kund' }).click()
    await page.getByRole('menuitem', { name: customer.name, exact: true }).first().click()
    const opened = page.getByRole('button', { name: `Kund: ${customer.name}. Byt kund` })
    await opened.click()
    await page.getByRole('menuitem', { name: 'Lämna kunden' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kunder' }).waitFor()
    await page.getByRole('button', { name: 'Öppna en kund' }).waitFor()
  })

  test('a customer is closed and opened again', async (ctx) => {
    const { customer } = await madeAdministered()
    const operator = await madeOperator()
    const page = await visitor(ctx)
    await openAs(page, operator.email, `/operator/customers/${customer.id}`)
    await page.getByRole('button', { name: 'Stäng kunden' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng kunden' }).click()
    await page.getByRole('button', { name: 'Öppna igen' }).click()
    await page.getByRole('button', { name: 'Stäng kunden' }).waitFor()
    await customer.refresh()
    ctx.assert.isNull(customer.closedAt)
  })

  test('people are found across customers, and who failed too often is let in again', async (ctx) => {
    const { customer } = await madeAdministered()
    const operator = await madeOperator()
    const eva = await madeUser(customer, { name: 'Eva Ek' })
    const locked = await visitor(ctx)
    await locked.goto('/')
    for (let n = 0; n < 5; n++) {
      await locked.getByLabel('E-postadress').fill(eva.email)
      await locked.getByLabel('Lösenord', { exact: true }).fill('not the password')
      await locked.getByRole('button', { name: 'Logga in' }).click()
      await locked.getByRole('alert').waitFor()
      await locked.getByRole('button', { name: 'Logga in' }).isEnabled()
      await locked.reload()
    }
    const page = await visitor(ctx)
    await openAs(page, operator.email, '/operator/users')
    await page.getByLabel('Filtrera på namn eller e-post').fill(eva.email)
    const row = page.getByRole('row').filter({ hasText: eva.email })
    await row.getByText(/^Låst till/).waitFor()
    ctx.assert.match(await row.innerText(), /Eva Ek[^]*Nordvik AB/)
    await row.getByRole('button', { name: 'Lås upp' }).click()
    await row.getByText(/^Låst till/).waitFor({ state: 'detached' })
  })

  test('who runs the installation is shown the reports of a customer that invites them, by choice, and a customer’s administrator no console', async (ctx) => {
    const { customer, administrator } = await madeAdministered()
    const invited = await customer
      .merge({ name: 'Inbjuderiet', operatorsInvitedAt: DateTime.utc() })
      .save()
    const operator = await madeOperator()
    const page = await visitor(ctx)
    await openAs(page, operator.email, '/')
    await page.getByRole('region', { name: 'Installation' }).waitFor()
    ctx.assert.equal(await page.getByRole('link', { name: 'Basrapporter' }).count(), 0)
    await page.getByRole('button', { name: 'Öppna en kund' }).click()
    await page.getByRole('menuitem', { name: 'Inbjuderiet' }).click()
    await page.getByRole('link', { name: 'Basrapporter' }).first().waitFor()
    await invited.merge({ operatorsInvitedAt: null }).save()
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: 'Kunder' }).waitFor()
    const theirs = await visitor(ctx)
    await openAs(theirs, administrator.email, '/operator/customers')
    await theirs.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
    ctx.assert.equal(await theirs.getByRole('region', { name: 'Installation' }).count(), 0)
  })

  for (const [name, screen] of screens) {
    test(`no page has a barrier, or need be pushed sideways, at ${name} pixels`, async (ctx) => {
      const { customer } = await madeAdministered()
      await collectedLog(customer, [...MONDAY, 'a broken line'])
      await db
        .from('collection_points')
        .where('customer_id', customer.id)
        .where('name', 'växeln')
        .update({
          last_error: 'The platform at https://pbx.nordvik.example/does/not/answer refused',
        })
      const operator = await madeOperator()
      const page = await visitor(ctx, screen)
      await openAs(page, operator.email, '/')
      await page.getByRole('heading', { level: 1, name: 'Kunder' }).waitFor()
      for (const [path, sign] of [
        ['customers', 'Lägg till kund'],
        [`customers/${customer.id}`, 'Servicenivå'],
        [`customers/${customer.id}?tab=plugins`, 'växeln'],
        [`customers/${customer.id}?tab=look`, 'Namn vid inloggning'],
        ['users', /\d av \d/],
        ['health', 'pbx.nordvik.example'],
        ['jobs', /^(Inga jobb här|Läge)$/],
      ] as const) {
        await page.goto(`/operator/${path}`)
        await page.getByText(sign).first().waitFor()
        ctx.assert.isFalse(await overflows(page), path)
        ctx.assert.deepEqual(await barriers(page), [], path)
      }
    })
  }
})
