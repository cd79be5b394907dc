import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import type { Page } from 'playwright'
import CustomerConnection from '#core/users/models/customer_connection'
import env from '#start/env'
import { DESK, givePassword, signIn, visitor } from '#tests/browser/made/visitor'
import { madeCustomer } from '#tests/made/customer'
import { Page as Program } from '#tests/made/page'
import { invitedTo } from '#tests/made/invited'
import { PASSWORD, madeUser } from '#tests/made/user'
import { CLIENT, type OpenidProvider, startOpenidProvider } from '#tests/services/openid_provider'

const origin = `http://127.0.0.1:${process.env.PORT}`
const newSubject = () => `subject-${randomBytes(6).toString('hex')}`

test.group('Signing in with the account of one’s organisation', (group) => {
  let issuer: OpenidProvider

  group.setup(async () => {
    env.set('SSO_PRIVATE_ISSUERS', true as unknown as string)
    issuer = await startOpenidProvider(`${origin}/api/sso/callback`)
    return async () => {
      env.set('SSO_PRIVATE_ISSUERS', false as unknown as string)
      await issuer.stop()
    }
  })

  /** A customer whose people may come by the issuer. */
  async function connected() {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const administrator = await madeUser(customer, { administrator: true })
    const program = new Program()
    await program.signIn(administrator.email)
    const key = `azure-${randomBytes(4).toString('hex')}`
    const { status } = await program.post('/api/connections', {
      key,
      name: 'Nordviks konto',
      issuer: issuer.issuer,
      clientId: CLIENT.id,
      secret: CLIENT.secret,
    })
    if (status >= 300) throw new Error(`The connection was not made: ${status}.`)
    return { customer, key }
  }

  const signOut = async (page: Page) => {
    await page.getByRole('button', { name: /^Konto: / }).click()
    await page.getByRole('menuitem', { name: 'Logga ut' }).click()
    await page.getByRole('heading', { name: 'Logga in' }).waitFor()
  }

  test('an invited person joins by the invitation, and comes by the link of the connection from then on', async (ctx) => {
    const { customer, key } = await connected()
    const { email, token } = await invitedTo(customer, { name: 'Nils Ek' })
    const link = `/invitation/${token}`
    issuer.person = { subject: newSubject(), email }
    const page = await visitor(ctx, DESK)
    await page.goto(link)
    await page.getByRole('link', { name: 'Logga in med Nordviks konto' }).click()
    await page.getByRole('heading', { name: /Nils/ }).waitFor()
    await signOut(page)
    await page.goto(`/login?connection=${key}&back=/account`)
    await page.getByRole('heading', { level: 1, name: /Mitt konto/ }).waitFor()
    await page.getByText('Du har inget: du loggar in med din organisations konto.').waitFor()
    ctx.assert.equal(await page.getByRole('button', { name: 'Byt lösenord' }).count(), 0)
  })

  test('a person with a password joins the two accounts in my account', async (ctx) => {
    const { customer, key } = await connected()
    const user = await madeUser(customer, { name: 'Nils Ek' })
    issuer.person = { subject: newSubject(), email: '' }
    const page = await visitor(ctx)
    await page.goto('/account')
    await signIn(page, user.email)
    await page.getByRole('button', { name: 'Koppla till Nordviks konto' }).click()
    await page.getByRole('dialog').getByLabel('Ditt lösenord', { exact: true }).fill(PASSWORD)
    await page.getByRole('dialog').getByRole('button', { name: 'Fortsätt' }).click()
    await page.getByRole('button', { name: /^Ta bort 127\.0\.0\.1/ }).waitFor()
    await signOut(page)
    await page.goto(`/login?connection=${key}`)
    await page.getByRole('heading', { name: /Nils/ }).waitFor()
  })

  test('who is not joined with anybody here, and who has a misspelt link, is told what to do', async (ctx) => {
    const { key } = await connected()
    issuer.person = { subject: newSubject(), email: 'stranger@nordvik.example' }
    const page = await visitor(ctx)
    await page.goto(`/login?connection=${key}`)
    await page.getByRole('alert').getByText('är inte kopplat till något konto här').waitFor()
    await page.goto('/login?connection=azur')
    await page.getByRole('alert').getByText('Det finns ingen sådan inloggning').waitFor()
  })

  test('where a customer demands it, the password leads there', async (ctx) => {
    const { customer, key } = await connected()
    const user = await madeUser(customer)
    await CustomerConnection.query().where('key', key).update({ enforced: true })
    issuer.person = { subject: newSubject(), email: '' }
    const page = await visitor(ctx)
    await page.goto('/')
    await givePassword(page, user.email)
    await page.getByRole('alert').getByText('Logga in med din organisations konto').waitFor()
    await page.getByRole('link', { name: `Logga in med ${key}` }).click()
    await page.getByRole('alert').getByText('är inte kopplat till något konto här').waitFor()
  })
})
