import type { TestContext } from '@japa/runner/core'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import {
  DESK,
  PHONE,
  givePassword,
  openAs,
  overflows,
  signIn,
  visitor,
} from '#tests/browser/made/visitor'
import { codeOf } from '#tests/made/authenticator'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { Page as Program } from '#tests/made/page'
import { sendingSms } from '#tests/made/sms'
import { PASSWORD, madeUser } from '#tests/made/user'

async function onAccountPage(ctx: TestContext, screen = DESK) {
  const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }), { name: 'Nils Ek' })
  const page = await visitor(ctx, screen)
  await openAs(page, user.email, '/account')
  await page.getByRole('heading', { level: 1, name: /Mitt konto/ }).waitFor()
  await page.getByRole('heading', { name: 'Uppgifter' }).waitFor()
  return { user, page }
}

const dialog = (page: Page) => page.getByRole('dialog')
/** The link in the newest mail to an address. */
async function linkMailedTo(email: string) {
  const mails = await mailsTo(email)
  return /https?:\/\/\S+/.exec(mails.at(-1) ?? '')?.[0] ?? ''
}

test.group('My account', () => {
  test('a name that is changed is the one that greets', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    await page.getByLabel('Namn').fill('Nils Ödberg')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('button', { name: 'Konto: Nils Ödberg' }).click()
    await page.getByRole('menuitem', { name: 'Mitt konto' }).waitFor()
    await user.refresh()
    ctx.assert.equal(user.name, 'Nils Ödberg')
  })

  test('an e-mail address is changed when both the old and the new one have said yes', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    const newEmail = user.email.replace('person', 'other')
    await page.getByRole('button', { name: 'Ändra: E-postadress' }).click()
    await dialog(page).getByLabel('Ny e-postadress').fill(newEmail)
    await dialog(page).getByLabel('Ditt lösenord', { exact: true }).fill('not this one')
    await dialog(page).getByRole('button', { name: 'Skicka länkarna' }).click()
    await dialog(page).getByRole('alert').getByText('Lösenordet är fel').waitFor()
    await dialog(page).getByLabel('Ditt lösenord', { exact: true }).fill(PASSWORD)
    await dialog(page).getByRole('button', { name: 'Skicka länkarna' }).click()
    await page.getByText(`Ska bytas till ${newEmail}`).waitFor()
    await page.goto(await linkMailedTo(user.email))
    await page.getByRole('button', { name: 'Ja, byt adressen' }).click()
    await page.getByRole('heading', { name: 'Tack, en adress har sagt ja' }).waitFor()
    await page.goto(await linkMailedTo(newEmail))
    await page.getByRole('button', { name: 'Ja, byt adressen' }).click()
    await page.getByRole('heading', { name: 'Adressen är bytt' }).waitFor()
    await user.refresh()
    ctx.assert.equal(user.email, newEmail)
  })

  test('a mobile number is taken once its code has been written, and is then a way to sign in', async (ctx) => {
    const sms = await sendingSms(ctx.cleanup)
    const { page, user } = await onAccountPage(ctx, PHONE)
    await page.getByRole('button', { name: 'Lägg till: Mobilnummer' }).click()
    await dialog(page).getByLabel('Mobilnummer').fill('+46 70 174 06 05')
    await dialog(page).getByLabel('Ditt lösenord', { exact: true }).fill(PASSWORD)
    await dialog(page).getByRole('button', { name: 'Skicka koden' }).click()
    await dialog(page).getByText('Vi har skickat en kod till +46*****0605').waitFor()
    ctx.assert.isFalse(await overflows(page))
    await dialog(page).getByLabel('Kod', { exact: true }).fill(sms.codeTo('+46701740605'))
    await dialog(page).getByRole('button', { name: 'Verifiera koden' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('listitem').getByText('+46*****0605').waitFor()
    await page.getByRole('button', { name: 'Konto: Nils Ek' }).click()
    await page.getByRole('menuitem', { name: 'Logga ut' }).click()
    await givePassword(page, user.email)
    await page.getByRole('button', { name: 'SMS (+46*****0605)' }).click()
    await page.getByText('Vi har skickat ett sms med en kod till +46*****0605').waitFor()
    await page.getByLabel('Kod', { exact: true }).fill(sms.codeTo('+46701740605'))
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('heading', { name: /Nils/ }).waitFor()
  })

  test('an app is added by its key, its codes sign in, and it can be removed again', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    await page.getByRole('button', { name: 'Lägg till en autentiseringsapp' }).click()
    await dialog(page).getByLabel('Vad du kallar den').fill('Min telefon')
    await dialog(page).getByLabel('Ditt lösenord', { exact: true }).fill(PASSWORD)
    await dialog(page).getByRole('button', { name: 'Fortsätt' }).click()
    await dialog(page).getByRole('img', { name: 'QR-kod för appen' }).waitFor()
    ctx.assert.equal(await dialog(page).locator('code').count(), 0)
    await dialog(page).getByRole('button', { name: 'Visa nyckeln' }).click()
    const shown = await dialog(page).locator('code').innerText()
    const key = shown.replaceAll(' ', '')
    await dialog(page)
      .getByLabel('Kod från appen')
      .fill(await codeOf(key, -1))
    await dialog(page).getByRole('button', { name: 'Verifiera och lägg till' }).click()
    await page.getByRole('listitem').getByText('Min telefon').waitFor()
    await page.getByRole('button', { name: 'Konto: Nils Ek' }).click()
    await page.getByRole('menuitem', { name: 'Logga ut' }).click()
    await givePassword(page, user.email)
    await page.getByRole('button', { name: 'Autentiseringsapp' }).click()
    await page.getByText('Öppna din autentiseringsapp').waitFor()
    await page.getByLabel('Kod', { exact: true }).fill(await codeOf(key))
    await page.getByRole('button', { name: 'Verifiera koden' }).click()
    await page.getByRole('heading', { name: /Nils/ }).waitFor()
    await page.goto('/account')
    await page.getByRole('button', { name: 'Ta bort Min telefon' }).click()
    await dialog(page).getByLabel('Ditt lösenord', { exact: true }).fill(PASSWORD)
    await dialog(page).getByRole('button', { name: 'Ta bort' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    const factors = page.getByRole('region', { name: 'Säkerhet' }).getByRole('listitem')
    ctx.assert.lengthOf(await factors.all(), 1)
  })

  test('a changed password signs out everywhere else', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    const elsewhere = new Program()
    await elsewhere.signIn(user.email)
    await page.getByRole('button', { name: 'Byt lösenord' }).click()
    await dialog(page).getByLabel('Nuvarande lösenord', { exact: true }).fill(PASSWORD)
    await dialog(page).getByLabel('Nytt lösenord', { exact: true }).fill('något helt annat')
    await dialog(page).getByLabel('Lösenordet en gång till').fill('något helt annat')
    await dialog(page).getByRole('button', { name: 'Spara lösenordet' }).click()
    await page.getByText('Lösenordet är bytt').waitFor()
    const { status } = await elsewhere.get('/api/session')
    ctx.assert.equal(status, 401)
  })

  test('browsers where one is signed in are listed, and ended one by one or all at once', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    const [one, two, three] = [new Program(), new Program(), new Program()]
    for (const program of [one, two, three]) await program.signIn(user.email)
    await page.reload()
    const list = page.getByRole('region', { name: 'Inloggningar' }).getByRole('listitem')
    await list.nth(3).waitFor()
    ctx.assert.match(
      await list.filter({ hasText: 'Den här webbläsaren' }).innerText(),
      /^Chrome på/
    )
    await list
      .getByRole('button', { name: /^Avsluta/ })
      .first()
      .click()
    await list.nth(3).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Avsluta alla utom den här' }).click()
    await list.nth(1).waitFor({ state: 'detached' })
    for (const program of [one, two, three]) {
      const { status } = await program.get('/api/session')
      ctx.assert.equal(status, 401)
    }
  })

  test('the start page is where signing in leads, and time stamps are told in the chosen zone', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    await page.getByLabel('Startsida').click()
    await page.getByRole('option', { name: 'Basrapporter' }).click()
    await page.getByText('Sparat.').waitFor()
    await page.getByLabel('Tidszon för tidsstämplar').click()
    await page.getByPlaceholder('Sök tidszon').fill('auckland')
    await page.getByRole('option', { name: 'Pacific/Auckland' }).click()
    const there = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Pacific/Auckland',
      dateStyle: 'medium',
    }).format(new Date())
    await page.getByText(`Inloggad sedan ${there}`).waitFor()
    await user.refresh()
    ctx.assert.equal(user.zone, 'Pacific/Auckland')
    await page.getByRole('button', { name: 'Konto: Nils Ek' }).click()
    await page.getByRole('menuitem', { name: 'Logga ut' }).click()
    await page.goto('/')
    await signIn(page, user.email)
    await page.waitForURL(/\/reports\/basic/)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })

  test('sign-ins that failed since the last are told of', async (ctx) => {
    const { page, user } = await onAccountPage(ctx)
    await page.getByRole('button', { name: 'Konto: Nils Ek' }).click()
    await page.getByRole('menuitem', { name: 'Logga ut' }).click()
    for (const guess of ['one guess', 'another guess']) {
      await givePassword(page, user.email, guess)
      await page.getByRole('alert').waitFor()
    }
    await page.goto('/')
    await signIn(page, user.email)
    await page.getByText('2 misslyckade inloggningar').waitFor()
  })
})

test.group('A forgotten password', () => {
  test('is replaced by way of a mailed link, which works once', async (ctx) => {
    const user = await madeUser(await madeCustomer({ plugins: ['asterisk'] }), { name: 'Nils Ek' })
    const page = await visitor(ctx, PHONE)
    await page.goto('/')
    await page.getByRole('link', { name: /Glömt lösenordet/ }).click()
    await page.getByLabel('E-postadress').fill(user.email)
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    await page.getByRole('heading', { name: 'Läs din e-post' }).waitFor()
    ctx.assert.isFalse(await overflows(page))
    const link = await linkMailedTo(user.email)
    await page.goto(link)
    await page.getByLabel('Nytt lösenord', { exact: true }).fill('något helt annat')
    await page.getByLabel('Lösenordet en gång till').fill('något helt annat')
    await page.getByRole('button', { name: 'Spara lösenordet' }).click()
    await page.getByRole('link', { name: 'Logga in' }).click()
    await signIn(page, user.email, 'något helt annat')
    await page.getByRole('heading', { name: /Nils/ }).waitFor()
    await page.goto(link)
    await page.getByRole('heading', { name: 'Länken kan inte användas' }).waitFor()
  })

  test('asked for with an unknown address gets the same answer', async (ctx) => {
    const page = await visitor(ctx)
    await page.goto('/forgotten-password')
    await page.getByLabel('E-postadress').fill('nobody@nordvik.example')
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    await page.getByText('Om det finns ett konto med adressen nobody@nordvik.example').waitFor()
  })
})
