import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { record } from '#core/audit/actions/record'
import { verifyChain } from '#core/audit_log/queries/verify_chain'
import { command } from '#tests/made/command'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'
import AppendOnly from '#database/migrations/0062_make_audit_entries_append_only'

const entriesOf = (customerId: number) =>
  db.from('audit_entries').where('customer_id', customerId).orderBy('position')

/** Somebody who changes the database behind the back of the product. */
async function tamper(work: () => Promise<unknown>) {
  const migration = new AppendOnly(db.connection(), 'tamper')
  await migration.execDown()
  await work()
  await new AppendOnly(db.connection(), 'tamper').execUp()
}

async function withEntries(many: number) {
  const customer = await madeCustomer()
  const user = await madeUser(customer)
  for (let index = 0; index < many; index += 1) {
    await record({
      customerId: customer.id,
      actorId: user.id,
      action: 'export.made',
      subject: `Report ${index}`,
      details: { format: 'xlsx', rows: index, åäö: ['ü', null] },
      address: '198.18.0.1',
    })
  }
  return { customer, user }
}

test.group('The audit log', () => {
  test('keeps each entry with the hash of the one before, by customer', async ({ assert }) => {
    const { customer } = await withEntries(3)
    const entries = await entriesOf(customer.id)
    assert.deepEqual(
      entries.map((entry) => entry.position),
      [1, 2, 3]
    )
    assert.equal(entries[0].previous_hash, '0'.repeat(64))
    assert.equal(entries[1].previous_hash, entries[0].hash)
    assert.equal(entries[2].previous_hash, entries[1].hash)
    assert.containsSubset(await verifyChain(customer.id), { entries: 3, problem: null })
  })

  test('has a place for each of many entries that come at the same moment', async ({ assert }) => {
    const { customer } = await withEntries(1)
    const other = await madeCustomer()
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        record({
          customerId: index % 2 ? customer.id : other.id,
          actorId: null,
          action: 'signIn.failed',
        })
      )
    )
    assert.containsSubset(await verifyChain(customer.id), { entries: 21, problem: null })
    assert.containsSubset(await verifyChain(other.id), { entries: 20, problem: null })
  })

  test('cannot be changed or shortened: the database refuses', async ({ assert }) => {
    const { customer } = await withEntries(2)
    const refused = /append-only/
    await assert.rejects(() => entriesOf(customer.id).update({ subject: 'else' }), refused)
    await assert.rejects(
      () => db.from('audit_entries').where('customer_id', customer.id).delete(),
      refused
    )
    assert.lengthOf(await entriesOf(customer.id), 2)
  })

  test('shows where somebody changed an entry', async ({ assert }) => {
    const { customer } = await withEntries(4)
    await tamper(() => entriesOf(customer.id).where('position', 2).update({ subject: 'else' }))
    const changed = await command('audit:verify', `--customer=${customer.slug}`)
    assert.equal(changed.exitCode, 1)
    assert.include(changed.said, 'breaks at entry 2')
    assert.include(changed.said, 'does not say what it said')
  })

  test('shows where somebody took an entry away, from the middle and from the end', async ({
    assert,
  }) => {
    const middle = await withEntries(4)
    await tamper(() => entriesOf(middle.customer.id).where('position', 3).delete())
    assert.containsSubset(await verifyChain(middle.customer.id), {
      problem: { position: 3, reason: 'missing' },
    })
    const end = await withEntries(4)
    await tamper(() => entriesOf(end.customer.id).where('position', 4).delete())
    assert.containsSubset(await verifyChain(end.customer.id), {
      problem: { position: 4, reason: 'missing' },
    })
  })

  test('is whole, says the command, with how many entries there are', async ({ assert }) => {
    const { customer } = await withEntries(2)
    const { exitCode, said } = await command('audit:verify', `--customer=${customer.slug}`)
    assert.equal(exitCode, 0)
    assert.include(said, '2 entries')
    const json = await command('audit:verify', `--customer=${customer.slug}`, '--json')
    assert.containsSubset(JSON.parse(json.said), {
      chains: [{ customer: customer.slug, entries: 2, problem: null }],
    })
  })

  test('keeps who did it also when the person is gone', async ({ assert }) => {
    const { customer, user } = await withEntries(1)
    await user.delete()
    const [entry] = await entriesOf(customer.id)
    assert.equal(entry.actor, user.email)
    assert.containsSubset(await verifyChain(customer.id), { problem: null })
  })
})
