import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { barriers } from '#tests/browser/made/accessibility'
import {
  DESK,
  PHONE,
  askForMailedCode,
  givePassword,
  mailedCode,
  overflows,
  signIn,
  visitor,
} from '#tests/browser/made/visitor'
import { storageFolder } from '#config/storage'
import { keepDemoSignIn } from '#core/demo/demo_sign_in'
import { DEMO_SLUG } from '#core/demo/demo_slug'
import { withAuthenticator } from '#tests/made/authenticator'
import { madeCustomer } from '#tests/made/customer'
import { codeMailedTo } from '#tests/made/mails'
import { invitedTo } from '#tests/made/invited'
import { PASSWORD, madeUser } from '#tests/made/user'

const CHOOSER = 'Välj hur du vill få din verifikationskod'

test.group('Signing in', () => {
  test('a person who signs in is greeted on the start page, and is signed out when they say so', async (ctx) => {
    const customer = await madeCustomer({ name: 'Fjällräven Växel AB', plugins: ['asterisk'] })
    const user = await madeUser(customer, { name: 'Åsa Öberg' })
    const page = await visitor(ctx)
    await page.goto('/')
    await signIn(page, user.email)
    await page.getByRole('heading', { name: /Åsa/ }).waitFor()
    await page.getByText('Fjällräven Växel AB').waitFor()
    await page.getByRole('button', { name: 'Konto: Åsa Öberg' }).click()
    await page.getByRole('menuitem', { name: 'Logga ut' }).click()
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.goto('/reports/basic')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
  })

  test('a wrong password is told of, and the next try can succeed', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email, 'another password')
    await page.getByRole('alert').getByText('E-postadressen eller lösenordet är fel').waitFor()
    ctx.assert.equal(await page.getByLabel('Lösenord', { exact: true }).inputValue(), '')
    await signIn(page, user.email)
    await page.getByRole('link', { name: 'Basrapporter' }).first().waitFor()
  })

  test('a wrong code is told of, and the right one is taken however it is grouped', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email)
    await page.getByRole('heading', { name: 'Ytterligare verifikation krävs' }).waitFor()
    await mailedCode(page)
    const right = await codeMailedTo(user.email)
    const wrong = right === '111111' ? '222222' : '111111'
    await page.getByLabel('Kod', { exact: true }).fill(wrong)
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('alert').getByText('Koden är fel').waitFor()
    await page.getByText(/En ny kod kan skickas om \d+ sekund/).waitFor()
    await page.getByLabel('Kod', { exact: true }).fill(`${right.slice(0, 3)} ${right.slice(3)}`)
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
  })

  test('Back leads from the code to the ways to get it, and from there to the password', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    await withAuthenticator(user.email)
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email)
    await askForMailedCode(page)
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.getByRole('heading', { name: CHOOSER }).waitFor()
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.goto('/reports/basic')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
  })

  test('where there is one way to get the code nothing is chosen, and Back leads to the password', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email)
    await mailedCode(page)
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.goto('/reports/basic')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
  })

  test('the browser’s own way back goes the same steps, and the code that was sent still works', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    await withAuthenticator(user.email)
    const page = await visitor(ctx)
    await page.goto('/reports/basic')
    await givePassword(page, user.email)
    await askForMailedCode(page)
    const code = await codeMailedTo(user.email)
    await page.goBack()
    await page.getByRole('heading', { name: CHOOSER }).waitFor()
    await askForMailedCode(page)
    await page.getByLabel('Kod', { exact: true }).fill(code)
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('heading', { level: 1, name: /^Köer/ }).waitFor()
  })

  test('a phone that forgot the page while the mail was read goes on where it was', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    await withAuthenticator(user.email)
    const page = await visitor(ctx, PHONE)
    await page.goto('/')
    await givePassword(page, user.email)
    await page.getByRole('heading', { name: CHOOSER }).waitFor()
    await page.reload()
    await askForMailedCode(page)
    await page.reload()
    await page.getByLabel('Kod', { exact: true }).fill(await codeMailedTo(user.email))
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
  })

  test('in the demo the code is read on a page that the code’s own page leads to', async (ctx) => {
    const customer = await madeCustomer({ slug: DEMO_SLUG, plugins: ['asterisk'] })
    const user = await madeUser(customer)
    const signInOfDemo = { email: user.email, password: PASSWORD }
    await keepDemoSignIn(signInOfDemo, signInOfDemo)
    ctx.cleanup(() => rm(join(storageFolder(), 'demo_sign_in.json')))
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email)
    await mailedCode(page)
    const opened = page.context().waitForEvent('page')
    await page.getByRole('link', { name: 'Demo: läs e-posten' }).click()
    const mails = await opened
    const mail = mails.getByRole('article').filter({ hasText: user.email })
    const text = await mail.innerText()
    ctx.assert.deepEqual(await barriers(mails), [])
    await page.getByLabel('Kod', { exact: true }).fill(/\b\d{6}\b/.exec(text)?.[0] ?? '')
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
  })

  test('where there is no demo, there are no mails to read', async (ctx) => {
    const page = await visitor(ctx)
    await page.goto('/demo/mails')
    await page.getByText('Det finns ingen e-post att läsa här.').waitFor()
  })

  test('a code is asked for only of who gave a password: else the page begins with that', async (ctx) => {
    const page = await visitor(ctx)
    await page.goto('/sign-in/code/email')
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
    await page.getByRole('alert').getByText('Börja om med e-postadress och lösenord').waitFor()
  })

  test('who was on the way to a report lands there after signing in', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }), {
      seesEverything: true,
    })
    const page = await visitor(ctx)
    await page.goto('/reports/basic?report=asterisk.queue')
    await signIn(page, user.email)
    await page.getByRole('heading', { level: 1, name: /^Köer/ }).waitFor()
    ctx.assert.include(page.url(), 'report=asterisk.queue')
  })

  test('an address of somebody else’s is not where signing in leads', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }))
    const page = await visitor(ctx)
    await page.goto('/sign-in?back=//evil.example/')
    await signIn(page, user.email)
    await page.getByRole('heading', { name: /Anna/ }).waitFor()
    ctx.assert.equal(new URL(page.url()).pathname, '/')
  })

  test('the flags change the language before signing in, and it is remembered', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }), { language: 'sv' })
    const page = await visitor(ctx)
    await page.goto('/')
    for (const [flag, heading] of [
      ['Eesti', 'Logi sisse'],
      ['Latviešu', 'Pierakstīties'],
      ['Svenska', 'Logga in'],
      ['English', 'Sign in'],
    ] as const) {
      await page.getByRole('button', { name: flag }).click()
      await page.getByRole('heading', { name: heading }).waitFor()
    }
    await page.reload()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.getByLabel('E-mail address').fill(user.email)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('We have sent a code').waitFor()
    await page.getByLabel('Code', { exact: true }).fill(await codeMailedTo(user.email))
    await page.getByRole('button', { name: 'Verify the code' }).click()
    await page.getByRole('link', { name: 'Basic reports' }).first().waitFor()
    await user.refresh()
    ctx.assert.equal(user.language, 'en')
  })

  test('the language is changed in the user menu too, labels of the platforms with it', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }), { language: 'sv' })
    const page = await visitor(ctx)
    await page.goto('/')
    await signIn(page, user.email)
    await page.getByRole('link', { name: 'Köer', exact: true }).first().waitFor()
    await page.getByRole('button', { name: /^Konto/ }).click()
    await page.getByRole('menuitemcheckbox', { name: 'English' }).click()
    await page.getByRole('link', { name: 'Queues', exact: true }).first().waitFor()
    ctx.assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  })

  for (const [name, screen] of [
    ['a desk', DESK],
    ['a phone', PHONE],
  ] as const) {
    test(`an invited person chooses a password on the screen of ${name} and signs in with it`, async (ctx) => {
      const customer = await madeCustomer({ plugins: ['asterisk'] })
      const user = await invitedTo(customer, { name: 'Nils Jonsson' })
      const link = `/invitation/${user.token}`
      const page = await visitor(ctx, screen)
      await page.goto(link)
      await page.getByRole('heading', { name: 'Välkommen, Nils Jonsson' }).waitFor()
      ctx.assert.isFalse(await overflows(page))
      await page.getByLabel('Nytt lösenord').fill('en lång och egen mening')
      await page.getByLabel('Lösenordet en gång till').fill('en annan mening')
      await page.getByText('De två lösenorden är olika.').waitFor()
      await page.getByLabel('Lösenordet en gång till').fill('en lång och egen mening')
      await page.getByRole('button', { name: 'Spara lösenordet' }).click()
      await page.getByRole('link', { name: 'Logga in' }).click()
      await signIn(page, user.email, 'en lång och egen mening')
      await page.getByRole('heading', { name: /Nils/ }).waitFor()
      await page.goto(link)
      await page.getByRole('heading', { name: 'Inbjudan kan inte användas' }).waitFor()
    })
  }
})
