import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { registry } from '#core/plugins/registry'
import { readerFor } from '#core/permissions/read_rights'
import { acceptInvitation } from '#core/users/actions/accept_invitation'
import Ticket from '#core/users/models/ticket'
import { findUser } from '#core/users/queries/find_user'
import { command, commandLine } from '#tests/made/command'
import { madeCustomer } from '#tests/made/customer'
import { mailsTo } from '#tests/made/mails'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { Page } from '#tests/made/page'
import { seenBy } from '#tests/made/seen_by'
import { PASSWORD, madeUser } from '#tests/made/user'

const newEmail = () => `p-${randomBytes(6).toString('hex')}@nordvik.example`

const create = (customer: string, email: string, ...args: string[]) =>
  command('user:create', `--customer=${customer}`, `--email=${email}`, '--name=Eva Ek', ...args)

async function rightsOf(email: string, customerId: number) {
  const user = await findUser(email)
  return readerFor(user?.id ?? 0, customerId)
}

test.group('user:create', () => {
  test('adds a person who signs in with the password that was piped in, while the server runs', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const email = newEmail()
    const args = [`--customer=${customer.slug}`, `--email=${email}`, '--name=Eva Ek', '--admin']
    const { exitCode, output } = await commandLine(
      ['user:create', ...args, '--password-stdin', '--json'],
      'en hemlig 🔑 fras\n'
    )
    assert.equal(exitCode, 0)
    assert.containsSubset(JSON.parse(output), {
      customer: customer.slug,
      email,
      name: 'Eva Ek',
      role: 'administrator',
      invitation: null,
    })
    const { status, body } = await new Page().signIn(email, 'en hemlig 🔑 fras')
    assert.equal(status, 200)
    assert.equal(body.role, 'administrator')
  })

  test('invites a person without a password and prints the link that was mailed', async ({
    assert,
  }) => {
    const { slug } = await madeCustomer()
    const email = newEmail()
    const { said } = await create(slug, email, '--language=en')
    const [mail] = await mailsTo(email)
    const link = /http:\S+\/invitation\/\S+/.exec(said)?.[0] ?? 'no link'
    assert.include(mail, link)
    assert.include(mail, 'Subject: Your account in Telestat')
  })

  test('lets an administrator and one who sees all see every object, and others those that are named', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const point = await madePoint(customer)
    await madeObjects(point, [queue('support', { groups: ['Kundtjänst'] }), queue('sales')])
    const [administrator, viewer, limited, byGroup, nobody] = Array.from({ length: 5 }, newEmail)
    const made = async (email: string, ...args: string[]) => {
      await create(customer.slug, email, ...args)
      const mails = await mailsTo(email)
      const link = /\/invitation\/([\w-]+)/.exec(mails.at(-1) ?? '')
      await acceptInvitation(link?.[1] ?? '', 'tolv tecken minst', '127.0.0.1')
    }
    await made(administrator, '--admin')
    await made(viewer, '--see-all')
    await made(limited, '--objects=main:support,sales')
    await made(byGroup, '--groups=Kundtjänst')
    await made(nobody)
    const sizes = []
    for (const email of [administrator, viewer, limited, byGroup, nobody]) {
      const { objectIds } = await rightsOf(email, customer.id)
      sizes.push(objectIds && objectIds.size)
    }
    assert.deepEqual(sizes, [null, null, 2, 1, 0])
  })

  test("refuses objects and groups that the customer does not have, also another customer's", async ({
    assert,
  }) => {
    const theirs = await madePoint(await madeCustomer())
    await madeObjects(theirs, [queue('theirs', { groups: ['Their group'] })])
    const mine = await madeCustomer()
    await madeObjects(await madePoint(mine), [queue('mine')])
    const email = newEmail()
    const object = await create(mine.slug, email, '--objects=theirs')
    assert.equal(object.exitCode, 1)
    assert.include(object.said, 'There is no object "theirs". Among the known ones are mine.')
    const group = await create(mine.slug, email, '--groups=Their group')
    assert.include(group.said, 'There is no group "Their group".')
    assert.isNull(await findUser(email))
  })

  test('means the object that had an identifier first where two collection points have it', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    await madeObjects(await madePoint(customer, { name: 'north' }), [queue('100')])
    await madeObjects(await madePoint(customer, { name: 'south' }), [queue('100')])
    const keys = ['--objects=100', '--objects=south:100', '--objects=north:100']
    for (const key of keys) {
      const { exitCode } = await create(customer.slug, newEmail(), key)
      assert.equal(exitCode, 0, key)
    }
  })

  test('refuses a person who is in the customer already, in whatever case the address is written', async ({
    assert,
  }) => {
    const customer = await madeCustomer()
    const { email } = await madeUser(customer)
    const { exitCode, said } = await create(customer.slug, email.toUpperCase())
    assert.equal(exitCode, 1)
    assert.include(said, `${email} is a user of ${customer.slug} already.`)
  })

  test('invites the same person to a second customer, where they keep password and name', async ({
    assert,
  }) => {
    const first = await madeCustomer()
    const second = await madeCustomer()
    const user = await madeUser(first, { name: 'Anna Öberg' })
    const { said } = await create(second.slug, user.email, '--admin')
    assert.include(said, `${user.email} becomes a user of ${second.slug} when they accept`)
    const token = /\/invitation\/([\w-]+)/.exec(said)?.[1] ?? ''
    await acceptInvitation(token, PASSWORD, '127.0.0.1')
    const { body } = await new Page().signIn(user.email)
    assert.equal(body.user?.name, 'Anna Öberg')
    assert.sameMembers(body.customers?.map(({ slug }) => slug) ?? [], [first.slug, second.slug])
  })

  test('never changes a password that a person has', async ({ assert }) => {
    const user = await madeUser(await madeCustomer())
    const other = await madeCustomer()
    const { exitCode, output } = await commandLine(
      [
        'user:create',
        `--customer=${other.slug}`,
        `--email=${user.email}`,
        '--name=Eva',
        '--password-stdin',
        '--json',
      ],
      'another password\n'
    )
    assert.equal(exitCode, 1)
    assert.include(output, 'E_OTHER_PASSWORD')
    const { status } = await new Page().signIn(user.email)
    assert.equal(status, 200)
  })

  test('refuses what is no address, no customer and no language', async ({ assert }) => {
    const { slug } = await madeCustomer()
    for (const email of ['eva', 'eva@', '@nordvik.example', 'e v@nordvik.example', 'a@b@c']) {
      const { exitCode, said } = await create(slug, email)
      assert.equal(exitCode, 1)
      assert.include(said, `"${email}" is no e-mail address.`)
    }
    const customer = await create('no-such', newEmail())
    assert.include(customer.said, 'There is no customer "no-such".')
    const language = await create(slug, newEmail(), '--language=fi')
    assert.include(language.said, 'There is no language "fi".')
  })
})

test.group('ticket:create', () => {
  test('prints token and secret once, and they open the API', async ({ assert }) => {
    const customer = await madeCustomer()
    const user = await madeUser(customer, { seesEverything: true })
    const { exitCode, output } = await commandLine([
      'ticket:create',
      `--user=${user.email}`,
      '--name=Power BI',
      '--grant=report',
      '--grant=collect',
      '--json',
    ])
    assert.equal(exitCode, 0)
    const answer = JSON.parse(output) as { token: string; secret: string }
    assert.containsSubset(answer, {
      customer: customer.slug,
      user: user.email,
      name: 'Power BI',
      grants: ['report', 'collect'],
    })
    const { status, body } = await seenBy({
      'Api-Token': answer.token,
      'Api-Secret': answer.secret,
    })
    assert.equal(status, 200)
    assert.equal(body.customerId, customer.id)
  })

  test('asks for which customer where the user has several', async ({ assert }) => {
    const first = await madeCustomer({ name: 'Alfa' })
    const second = await madeCustomer({ name: 'Beta' })
    const { id, email } = await madeUser(first)
    await madeUser(second, { email })
    const asked = await command('ticket:create', `--user=${email}`, '--grant=report')
    assert.equal(asked.exitCode, 1)
    assert.include(
      asked.said,
      `${email} is a user of several customers. Say which: ${first.slug}, ${second.slug}.`
    )
    await command('ticket:create', `--user=${email}`, `--customer=${second.slug}`, '--grant=report')
    const tickets = await Ticket.query().where('userId', id)
    assert.deepEqual(
      tickets.map((ticket) => ticket.customerId),
      [second.id]
    )
  })

  test('refuses users who are not there, customers they are not in, and grants that are none', async ({
    assert,
  }) => {
    const { email } = await madeUser(await madeCustomer())
    const other = await madeCustomer()
    const make = (...args: string[]) => command('ticket:create', ...args)
    const nobody = await make('--user=nobody@nordvik.example', '--grant=report')
    assert.include(nobody.said, 'There is no user nobody@nordvik.example.')
    const elsewhere = await make(`--user=${email}`, `--customer=${other.slug}`, '--grant=report')
    assert.include(elsewhere.said, `${other.slug} has no user ${email}.`)
    const grant = await make(`--user=${email}`, '--grant=admin')
    const ofModules = registry()
      .modules()
      .filter(({ capabilities }) => Object.values(capabilities).some(({ ticket }) => ticket))
      .map(({ key }) => key)
    const known = ['report', 'collect', ...ofModules].join(', ')
    assert.include(grant.said, `There is no grant "admin". The known ones are ${known}.`)
    const none = await make(`--user=${email}`)
    assert.include(none.said, `Say what the ticket may be used for: ${known}.`)
    assert.equal(none.exitCode, 1)
  })

  test('can be taken back with ticket:revoke', async ({ assert }) => {
    const { email } = await madeUser(await madeCustomer())
    const made = await command('ticket:create', `--user=${email}`, '--grant=report', '--json')
    const { token, secret } = JSON.parse(made.said) as { token: string; secret: string }
    const { said } = await command('ticket:revoke', `--token=${token}`)
    assert.equal(said, `The ticket ${token} is revoked.`)
    const { status } = await seenBy({ 'Api-Token': token, 'Api-Secret': secret })
    assert.equal(status, 401)
    const again = await command('ticket:revoke', `--token=${token}`)
    assert.equal(again.exitCode, 1)
  })
})
