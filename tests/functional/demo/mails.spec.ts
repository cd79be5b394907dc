import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import Customer from '#core/customers/models/customer'
import { keepDemoSignIn } from '#core/demo/demo_sign_in'
import { madeCustomer } from '#tests/made/customer'
import { codeMailedTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { madeUser } from '#tests/made/user'

interface Mails {
  mails: { to: string; subject: string; text: string; at: string }[]
}

test.group('The mails of the demo', () => {
  test('are there for nobody where there is no demo', async ({ assert }) => {
    const { status, body } = await new Page().get('/api/demo/mails')
    assert.equal(status, 404)
    assert.equal(body.error?.code, 'E_ROUTE_NOT_FOUND')
  })

  test('are those to its own people, newest first, as they were written', async ({
    assert,
    cleanup,
  }) => {
    const demo = await madeCustomer({ slug: 'demo' })
    const user = await madeUser(demo, { name: 'Bo Äng' })
    const other = await madeUser(await madeCustomer())
    const signIn = { email: user.email, password: 'x' }
    await keepDemoSignIn(signIn, signIn)
    cleanup(async () => {
      await rm(join(storageFolder(), 'demo_sign_in.json'))
      await Customer.query().where('slug', 'demo').delete()
    })
    for (const { email } of [user, other]) {
      const page = new Page()
      await page.givePassword(email)
      await page.post('/api/session/code', { method: 'email' })
    }
    const answer = await new Page().get('/api/demo/mails')
    const { mails } = answer.body as unknown as Mails
    assert.lengthOf(mails, 1)
    assert.equal(mails[0]?.to, user.email)
    assert.equal(mails[0]?.subject, 'Din kod till Telestat')
    assert.include(mails[0]?.text, 'Hej Bo Äng!')
    assert.include(mails[0]?.text, await codeMailedTo(user.email))
  })
})
