import { test } from '@japa/runner'
import { barriers } from '#tests/browser/made/accessibility'
import { madeMonday } from '#tests/browser/made/report'
import { openAs, visitor } from '#tests/browser/made/visitor'
import { madeSavedReport } from '#tests/made/saved_report'
import { madeUser } from '#tests/made/user'

test.group('The keys of the whole page', () => {
  test('Ctrl+K finds queues, reports, saved reports, people and pages by their names, and leads to them', async (ctx) => {
    const { customer } = await madeMonday()
    const administrator = await madeUser(customer, { administrator: true, seesEverything: true })
    await madeUser(customer, { name: 'Örjan Sällström' })
    const { saved } = await madeSavedReport(customer, administrator, { name: 'Fredagens köer' })
    const page = await visitor(ctx)
    await openAs(page, administrator.email, '/')
    await page.getByRole('navigation').getByRole('link', { name: 'Köer' }).waitFor()
    const field = page.getByRole('dialog').getByPlaceholder('Sök rapport, kö, person eller sida')
    const chosen = async (text: string, name: RegExp) => {
      await page.keyboard.press('Control+k')
      await field.fill(text)
      const option = page.getByRole('option', { name }).first()
      await option.waitFor()
      ctx.assert.deepEqual(await barriers(page), [], text)
      await option.click()
      await field.waitFor({ state: 'detached' })
    }
    await chosen('support', /^support/)
    await page.getByRole('heading', { level: 1, name: /^Köer/ }).waitFor()
    await chosen('fredag', /^Fredagens köer/)
    await page.waitForURL(`**/reports/saved/${saved.id}`)
    await chosen('örjan', /^Örjan Sällström/)
    await page.getByRole('heading', { level: 1, name: 'Örjan Sällström' }).waitFor()
    await chosen('helgdag', /^Öppettider och helgdagar/)
    await page.waitForURL('**/administration/settings/hours')
  })

  test('? tells the keys, and / begins to filter the list, but neither where somebody writes', async (ctx) => {
    const { user, customer } = await madeMonday()
    await madeSavedReport(customer, user, { name: 'Fredagens köer' })
    const page = await visitor(ctx)
    await openAs(page, user.email, '/reports/saved')
    await page.getByRole('link', { name: 'Fredagens köer' }).waitFor()
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Tangentbord' })
    await help.getByText('Filtrera listan på sidan').waitFor()
    ctx.assert.deepEqual(await barriers(page), [])
    await page.keyboard.press('Escape')
    await help.waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('tors?/')
    const field = page.getByRole('searchbox')
    ctx.assert.equal(await field.inputValue(), 'tors?/')
    await page
      .getByText('Inga mätobjekt passar')
      .or(page.getByText(/^0 av 1/))
      .first()
      .waitFor()
    ctx.assert.isFalse(await help.isVisible())
  })
})
