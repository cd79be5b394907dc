import { test } from '@japa/runner'
import { createLink } from '#core/users/one_time_links/create_link'
import { barriers } from '#tests/browser/made/accessibility'
import { MONDAY_REPORT, madeMonday, openChoice, readTable } from '#tests/browser/made/report'
import {
  DESK,
  PHONE,
  askForMailedCode,
  givePassword,
  mailedCode,
  visitor,
  overflows,
} from '#tests/browser/made/visitor'
import { withAuthenticator } from '#tests/made/authenticator'
import { codeMailedTo } from '#tests/made/mails'
import { PASSWORD } from '#tests/made/user'

test.group('Who uses a keyboard or a screen reader meets no barrier', () => {
  for (const [name, screen] of [
    ['1440', DESK],
    ['390', PHONE],
  ] as const) {
    test(`while signing in, at ${name} pixels`, async (ctx) => {
      const { user } = await madeMonday()
      await withAuthenticator(user.email)
      const page = await visitor(ctx, screen)
      await page.goto('/')
      await page.getByRole('heading', { name: 'Logga in' }).waitFor()
      ctx.assert.deepEqual(await barriers(page), [])
      await givePassword(page, user.email, 'another password')
      await page.getByRole('alert').waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'a refusal')
      await givePassword(page, user.email)
      await page.getByRole('heading', { name: /^Välj hur du vill få/ }).waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'the chooser')
      await askForMailedCode(page)
      ctx.assert.deepEqual(await barriers(page), [], 'the code')
      await page.goto('/forgotten-password')
      await page.getByRole('heading', { name: 'Nytt lösenord' }).waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'a forgotten password')
      const link = await createLink({
        userId: user.id,
        purpose: 'passwordReset',
        path: '/password-reset',
        life: { minutes: 30 },
      })
      for (const path of [
        new URL(link).pathname,
        '/email-change/nothing',
        '/enrolment/nothing',
        '/invitation/nothing',
        '/login?branding=nobody',
      ]) {
        await page.goto(path, { waitUntil: 'networkidle' })
        ctx.assert.isFalse(await overflows(page), path)
        ctx.assert.deepEqual(await barriers(page), [], path)
      }
    })

    test(`on the start page, in reports and in my account, at ${name} pixels`, async (ctx) => {
      const { user } = await madeMonday()
      const page = await visitor(ctx, screen)
      await page.goto('/')
      await givePassword(page, user.email)
      await mailedCode(page)
      await page.getByLabel('Kod', { exact: true }).fill(await codeMailedTo(user.email))
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 3, name: 'Köer' }).waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'the start page')
      await page.goto('/reports/basic?report=asterisk.queue')
      const content = await openChoice(page, 'Mätobjekt')
      await content.getByText('2 av 2 valda').waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'what to measure')
      await page.goto(MONDAY_REPORT)
      await readTable(page)
      ctx.assert.deepEqual(await barriers(page), [], 'a report')
      for (const [path, sign] of [
        ['/files', 'Inga filer än'],
        ['/nowhere', 'Sidan finns inte'],
      ] as const) {
        await page.goto(path)
        await page.getByText(sign).first().waitFor()
        ctx.assert.deepEqual(await barriers(page), [], path)
      }
      await page.goto('/account')
      await page.getByRole('heading', { name: 'Uppgifter' }).waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'my account')
      await page.getByRole('button', { name: 'Lägg till en autentiseringsapp' }).click()
      await page.getByRole('dialog').getByLabel('Ditt lösenord', { exact: true }).fill(PASSWORD)
      await page.getByRole('dialog').getByRole('button', { name: 'Fortsätt' }).click()
      await page.getByRole('img', { name: 'QR-kod för appen' }).waitFor()
      ctx.assert.deepEqual(await barriers(page), [], 'adding an app')
    })
  }

  test('signing in takes a keyboard and nothing else, and each step begins where one writes', async (ctx) => {
    const { user } = await madeMonday()
    await withAuthenticator(user.email)
    const page = await visitor(ctx)
    await page.goto('/')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.keyboard.type(user.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Välj hur du vill få/ }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Vi har skickat en kod').waitFor()
    await page.waitForFunction(`document.activeElement?.name === 'code'`)
    await page.keyboard.type(await codeMailedTo(user.email))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 3, name: 'Köer' }).waitFor()
    ctx.assert.equal(new URL(page.url()).pathname, '/')
  })
})
