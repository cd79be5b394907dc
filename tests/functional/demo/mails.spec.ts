import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storageFolder } from '#config/storage'
import Customer from '#core/customers/models/customer'
import { keepDemoSignIn } from '#core/demo/demo_sign_in'
import { inviteMember } from '#core/users/actions/invite_member'
import { madeCustomer } from '#tests/made/customer'
import { codeMailedTo } from '#tests/made/mails'
import { Page } from '#tests/made/page'
import { madeUser } from '#tests/made/user'

interface Mails {
  mails: { to: string; subject: string; text: string; at: string }[]
}

const ADDRESS = `http://127.0.0.1:${process.env.PORT}/api/demo/mails`

/** As a browser on this machine asks. */
async function readHere() {
  const response = await fetch(ADDRESS)
  return (await response.json()) as Mails
}

test.group('The mails of the demo', () => {
  test('are there for nobody where there is no demo', async ({ assert }) => {
    const { status, body } = await new Page().get('/api/demo/mails')
    assert.equal(status, 404)
    assert.equal(body.error?.code, 'E_ROUTE_NOT_FOUND')
  })

  test('are shown to nobody on another machine, nor through a proxy that is not named', async ({
    assert,
    cleanup,
  }) => {
    await keepDemoSignIn({ email: 'a', password: 'x' }, { email: 'b', password: 'x' })
    cleanup(() => rm(join(storageFolder(), 'demo_sign_in.json')))
    const answers = [
      await new Page('198.18.7.7').get('/api/demo/mails'),
      await fetch(ADDRESS, { headers: { Via: '1.1 proxy' } }),
    ]
    for (const { status } of answers) assert.equal(status, 404)
    const here = await readHere()
    assert.deepEqual(here.mails, [])
  })

  test('are those to its own people, newest first, as they were written', async ({
    assert,
    cleanup,
  }) => {
    const demo = await madeCustomer({ slug: 'demo', plugins: ['asterisk'] })
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
    const { invitation } = await inviteMember(demo, {
      email: 'Invited@nordvik.example',
      name: 'Se http://evil.example/x',
      role: 'user',
    })
    const all = await readHere()
    assert.equal(all.mails[0]?.to, invitation.email)
    assert.notInclude(all.mails[0]?.text, 'evil.example')
    await invitation.delete()
    const {
      mails: [, ...mails],
    } = await readHere()
    assert.lengthOf(mails, 1)
    assert.equal(mails[0]?.to, user.email)
    assert.equal(mails[0]?.subject, 'Din kod till Telestat')
    assert.include(mails[0]?.text, 'Hej Bo Äng!')
    assert.include(mails[0]?.text, await codeMailedTo(user.email))
  })
})
