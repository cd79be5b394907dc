import { test } from '@japa/runner'
import { startJob } from '#core/jobs/actions/start_job'
import { defineJob } from '#core/jobs/job_kind'
import { addJobKind } from '#core/jobs/known_jobs'
import BackgroundJob from '#core/jobs/models/background_job'
import { runNextJob } from '#core/jobs/run_next_job'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'

const done: string[] = []
const named = defineJob<{ name: string }>({
  name: 'tests.named',
  run: async ({ name }) => void done.push(name),
})
addJobKind(named)

test.group('Jobs that wait', () => {
  test('take turns by customer and then by person, however many one of them has', async ({
    assert,
  }) => {
    // Of other tests, and begun by nobody.
    await BackgroundJob.query().where('state', 'queued').delete()
    const customer = await madeCustomer()
    const other = await madeCustomer()
    const [anna, bo] = [await madeUser(customer), await madeUser(customer)]
    const eva = await madeUser(other)
    const start = (user: { id: number }, of: { id: number }, name: string) =>
      startJob(named, { name }, { customerId: of.id, userId: user.id, title: name })
    for (const number of [1, 2, 3, 4]) await start(anna, customer, `anna ${number}`)
    await start(bo, customer, 'bo 1')
    for (const number of [1, 2]) await start(eva, other, `eva ${number}`)
    for (let count = 0; count < 7; count += 1) await runNextJob('default')
    const firsts = done.slice(0, 4).sort()
    assert.deepEqual(firsts, ['anna 1', 'bo 1', 'eva 1', 'eva 2'])
    assert.deepEqual(done.slice(4), ['anna 2', 'anna 3', 'anna 4'])
    await runNextJob('default')
    assert.lengthOf(done, 7)
  })
})
