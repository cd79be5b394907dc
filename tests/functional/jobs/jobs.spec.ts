import { readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import { RequestError } from '#core/http/request_error'
import { startJob } from '#core/jobs/actions/start_job'
import { jobFilePath } from '#core/jobs/job_files'
import { defineJob } from '#core/jobs/job_kind'
import { addJobKind, addRecurringJob } from '#core/jobs/known_jobs'
import BackgroundJob from '#core/jobs/models/background_job'
import { jobQueue } from '#core/jobs/queue/queue_in_use'
import { recoverJobs } from '#core/jobs/recover_jobs'
import { removeOldJobs } from '#core/jobs/remove_old_jobs'
import { runJob } from '#core/jobs/run_job'
import User from '#core/users/models/user'
import { asker, partOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { counting, jobIn, withWorker } from '#tests/made/jobs'
import { statusOf } from '#tests/made/status_of'
import { madeUser } from '#tests/made/user'

async function owner() {
  const customer = await madeCustomer()
  const user = await madeUser(customer)
  const own = (title = 'Räkna') => ({ customerId: customer.id, userId: user.id, title })
  return { customer, user, own }
}

const noting: string[] = []
const note = defineJob<{ text: string }>({
  name: 'tests.note',
  run: async ({ text }) => void noting.push(text),
})
const writing = defineJob({
  name: 'tests.write',
  async run(_, { id }) {
    const path = join(storageFolder('exports'), id)
    await writeFile(path, 'köer;samtal')
    return { file: { path, name: 'Köer vecka 5.csv', contentType: 'text/csv' } }
  },
})
const failing = defineJob<{ known: boolean }>({
  name: 'tests.fail',
  async run({ known }) {
    if (!known) throw new Error('secret of the inside')
    throw new RequestError({ status: 422, code: 'E_TESTS', message: 'There is no queue "x".' })
  },
})
const once = defineJob({
  name: 'tests.once',
  async run(_, { beginOnce, signal }) {
    await beginOnce()
    await pause(20_000, undefined, { signal })
  },
})
const exporting = defineJob({
  name: 'tests.exporting',
  capability: 'exports.make',
  run: async () => ({ outcome: { made: true } }),
})
for (const kind of [note, writing, failing, once, exporting]) addJobKind(kind)

/** As if the job's worker had been killed a minute ago. */
async function killed(job: BackgroundJob, attempts = 1) {
  await job
    .merge({
      state: 'running',
      worker: 'gone:1:dead',
      attempts,
      heartbeatAt: DateTime.utc().minus({ minutes: 1 }),
    })
    .save()
}

test.group('Jobs', (group) => {
  withWorker(group)

  test('are worked at in the background, and tell their owner how far they are', async ({
    assert,
    client,
  }) => {
    const { customer, user, own } = await owner()
    const job = await startJob(counting, { to: 40, everyMs: 50 }, own('Räkna till fyrtio'))
    const ask = asker(client, user, customer)
    await jobIn(job.id, 'running')
    const seen: number[] = []
    for (let state = 'running'; state === 'running';) {
      const { body } = await ask('GET', `/api/jobs/v1/${job.id}`)
      state = body.job.state
      seen.push(body.job.done)
      await pause(100)
    }
    assert.isTrue(
      seen.some((done) => done > 0 && done < 40),
      seen.join()
    )
    const { body } = await ask('GET', '/api/jobs/v1')
    assert.lengthOf(body.jobs, 1)
    assert.containSubset(body.jobs[0], {
      title: 'Räkna till fyrtio',
      state: 'done',
      done: 40,
      total: 40,
      outcome: { counted: 40 },
    })
  })

  test('of one customer and user are nobody else’s', async ({ assert, client }) => {
    const { customer, own } = await owner()
    const job = await startJob(counting, { to: 1, everyMs: 1 }, own())
    const colleague = asker(client, await madeUser(customer, { administrator: true }), customer)
    const other = await owner()
    const stranger = asker(client, other.user, other.customer)
    for (const ask of [colleague, stranger]) {
      assert.equal(await statusOf(ask('GET', `/api/jobs/v1/${job.id}`)), 404)
      assert.equal(await statusOf(ask('POST', `/api/jobs/v1/${job.id}/cancel`)), 404)
      assert.equal(await statusOf(ask('GET', `/api/jobs/v1/${job.id}/file`)), 404)
      assert.deepEqual(await partOf(ask('GET', '/api/jobs/v1'), 'jobs'), [])
    }
  })

  test('leave a file for their owner, again and again, until it is a week old', async ({
    assert,
    client,
  }) => {
    const { customer, user, own } = await owner()
    const ask = asker(client, user, customer)
    const job = await startJob(writing, {}, own())
    const { filePath } = await jobIn(job.id, 'done')
    for (let times = 0; times < 2; times += 1) {
      const file = await ask('GET', `/api/jobs/v1/${job.id}/file`)
      assert.equal(file.text, 'köer;samtal')
      assert.include(file.headers['content-disposition'], encodeURIComponent('Köer vecka 5.csv'))
    }
    assert.equal(await readFile(jobFilePath(filePath ?? ''), 'utf8'), 'köer;samtal')
    await removeOldJobs(DateTime.utc().plus({ days: 8 }))
    assert.isFalse(existsSync(jobFilePath(filePath ?? '')))
    const gone = await ask('GET', `/api/jobs/v1/${job.id}/file`)
    assert.equal(gone.body.error.code, 'E_NO_JOB_FILE')
    const without = await ask('GET', `/api/jobs/v1/${job.id}`)
    assert.isNull(without.body.job.file)
    await removeOldJobs(DateTime.utc().plus({ days: 31 }))
    assert.equal(await statusOf(ask('GET', `/api/jobs/v1/${job.id}`)), 404)
  })

  test('that fail say why in a sentence, and nothing of the inside', async ({ assert, client }) => {
    const { customer, user, own } = await owner()
    const ask = asker(client, user, customer)
    const known = await startJob(failing, { known: true }, own())
    const unknown = await startJob(failing, { known: false }, own())
    await jobIn(known.id, 'failed')
    await jobIn(unknown.id, 'failed')
    const first = await ask('GET', `/api/jobs/v1/${known.id}`)
    assert.deepEqual(first.body.job.problem, {
      code: 'E_TESTS',
      message: 'There is no queue "x".',
    })
    const second = await ask('GET', `/api/jobs/v1/${unknown.id}`)
    assert.equal(second.body.job.problem.code, 'E_JOB_FAILED')
    assert.notInclude(second.text, 'secret of the inside')
  })

  test('are tried again by their owner once they failed', async ({ assert, client }) => {
    const { customer, user, own } = await owner()
    const ask = asker(client, user, customer)
    const job = await startJob(failing, { known: true }, own())
    const early = await startJob(counting, { to: 100, everyMs: 50 }, own())
    await jobIn(job.id, 'failed')
    await job.refresh()
    await job.merge({ payload: { to: 1, everyMs: 1 }, name: counting.name }).save()
    const retried = await ask('POST', `/api/jobs/v1/${job.id}/retry`)
    assert.equal(retried.status, 200)
    const done = await jobIn(job.id, 'done')
    assert.isNull(done.problem)
    const refused = await ask('POST', `/api/jobs/v1/${early.id}/retry`)
    assert.equal(refused.body.error.code, 'E_JOB_NOT_OVER')
    await ask('POST', `/api/jobs/v1/${early.id}/cancel`)
  })

  test('are cancelled while they run, and while they wait', async ({ assert, client }) => {
    const { customer, user, own } = await owner()
    const ask = asker(client, user, customer)
    const running = await startJob(counting, { to: 1000, everyMs: 20 }, own())
    await jobIn(running.id, 'running')
    assert.equal(await statusOf(ask('POST', `/api/jobs/v1/${running.id}/cancel`)), 200)
    await jobIn(running.id, 'cancelled')
    const waiting = await BackgroundJob.create({
      ...running.$attributes,
      id: crypto.randomUUID(),
      payload: running.payload,
      state: 'queued',
      cancelAsked: false,
    })
    const { body } = await ask('POST', `/api/jobs/v1/${waiting.id}/cancel`)
    assert.equal(body.job.state, 'cancelled')
    const again = await ask('POST', `/api/jobs/v1/${waiting.id}/cancel`)
    assert.equal(again.body.error.code, 'E_JOB_IS_OVER')
    // It was never brought; if it is now, it is left alone.
    await runJob(waiting.id)
    await waiting.refresh()
    assert.equal(waiting.state, 'cancelled')
  })

  test('that another process was asked to cancel see it by their row', async () => {
    const { own } = await owner()
    const job = await startJob(counting, { to: 1000, everyMs: 20 }, own())
    await jobIn(job.id, 'running')
    await BackgroundJob.query().where('id', job.id).update({ cancelAsked: true })
    await jobIn(job.id, 'cancelled')
  })

  test('are begun once, however often and by whomever they are brought', async ({ assert }) => {
    const { own } = await owner()
    const text = crypto.randomUUID()
    const job = await startJob(note, { text }, own())
    const queue = await jobQueue()
    await Promise.all([
      runJob(job.id),
      runJob(job.id),
      queue.push('default', { job: job.id, lane: 'default' }),
      queue.push('default', { job: job.id, lane: 'default' }, 7),
    ])
    const { attempts } = await jobIn(job.id, 'done')
    const after = await startJob(note, { text: 'after' }, own())
    await jobIn(after.id, 'done')
    assert.equal(attempts, 1)
    assert.lengthOf(
      noting.filter((noted) => noted === text),
      1
    )
  })

  test('whose worker was killed are begun again, and in the end fail with a sentence', async ({
    assert,
    client,
  }) => {
    const { customer, user, own } = await owner()
    const job = await startJob(counting, { to: 1, everyMs: 1 }, own())
    await jobIn(job.id, 'done')
    await killed(await job.refresh())
    await recoverJobs()
    const again = await jobIn(job.id, 'done')
    assert.equal(again.attempts, 2)
    await killed(await job.refresh(), 2)
    await recoverJobs()
    await jobIn(job.id, 'failed')
    const { body } = await asker(client, user, customer)('GET', `/api/jobs/v1/${job.id}`)
    assert.equal(body.job.problem.code, 'E_WORKER_STOPPED')
  })

  test('whose worker was killed in the middle of what cannot be undone are not begun again', async ({
    assert,
  }) => {
    const { own } = await owner()
    const job = await startJob(once, {}, own())
    for (let looks = 0; job.repeatable && looks < 100; looks += 1) {
      await pause(50)
      await job.refresh()
    }
    assert.isFalse(job.repeatable)
    await killed(job)
    await recoverJobs()
    const { problem } = await jobIn(job.id, 'failed')
    assert.equal(problem?.code, 'E_STOPPED_HALFWAY')
  })

  test('that the queue has lost are handed over again', async () => {
    const { own } = await owner()
    const job = await startJob(counting, { to: 1, everyMs: 1 }, own())
    const done = await jobIn(job.id, 'done')
    const lost = await BackgroundJob.create({
      ...done.$attributes,
      id: crypto.randomUUID(),
      payload: { to: 1, everyMs: 1 },
      problem: null,
      outcome: null,
      state: 'queued',
      queuedAt: DateTime.utc().minus({ minutes: 1 }),
    })
    await recoverJobs()
    await jobIn(lost.id, 'done')
  })

  test('run with the rights that their owner has then', async ({ assert }) => {
    const { user, own } = await owner()
    const may = await startJob(exporting, {}, own())
    await jobIn(may.id, 'done')
    const { default: Membership } = await import('#core/users/models/membership')
    await Membership.query().where('userId', user.id).update({ role: 'customerUser' })
    const mayNot = await startJob(exporting, {}, own())
    const { problem } = await jobIn(mayNot.id, 'failed')
    assert.equal(problem?.code, 'E_NOT_ALLOWED')
  })

  test('beyond twenty at once are refused', async ({ assert }) => {
    const { own } = await owner()
    const started = []
    for (let index = 0; index < 20; index += 1) {
      started.push(await startJob(counting, { to: 1000, everyMs: 20 }, own()))
    }
    await assert.rejects(() => startJob(counting, { to: 1, everyMs: 1 }, own()), /20 jobs/)
    const { cancelJob } = await import('#core/jobs/actions/cancel_job')
    for (const job of started) await cancelJob(await job.refresh())
    for (const job of started) await jobIn(job.id, 'cancelled')
  })

  test('that recur are brought at their times', async ({ assert }) => {
    let times = 0
    addRecurringJob({ name: 'tests.tick', cron: '* * * * * *', run: async () => void times++ })
    const queue = await jobQueue()
    await queue.schedule('default', { name: 'tests.tick', cron: '* * * * * *', zone: 'UTC' })
    for (let waited = 0; times < 2 && waited < 100; waited += 1) {
      await pause(100)
    }
    assert.isAtLeast(times, 2)
    const schedules = await queue.schedules()
    const tick = schedules.find(({ id }) => id === 'tests.tick')
    assert.isAbove(Date.parse(tick?.nextRunAt ?? ''), Date.now() - 5000)
  })
})

test.group('Jobs | for the operator', (group) => {
  withWorker(group)

  test('are listed for all customers with how far they are, without what they are about', async ({
    assert,
    client,
  }) => {
    const { customer, user, own } = await owner()
    const job = await startJob(counting, { to: 1000, everyMs: 20 }, own('Samtal till Anna'))
    await jobIn(job.id, 'running')
    const operator = await madeUser(await madeCustomer())
    await User.query().where('id', operator.id).update({ isOperator: true })
    const ask = asker(client, operator, null)
    const listed = await ask('GET', `/api/operator/v1/jobs?customer=${customer.slug}`)
    assert.equal(listed.status, 200, listed.text)
    assert.containSubset(listed.body.jobs, [
      { id: job.id, name: 'tests.count', state: 'running', customer: customer.slug },
    ])
    assert.equal(listed.body.jobs[0].user, user.email)
    assert.notInclude(listed.text, 'Anna')
    const cancelled = await ask('POST', `/api/operator/v1/jobs/${job.id}/cancel`)
    assert.equal(cancelled.status, 204)
    await jobIn(job.id, 'cancelled')
    await BackgroundJob.query()
      .where('id', job.id)
      .update({ payload: JSON.stringify({ to: 1, everyMs: 1 }) })
    assert.equal(await statusOf(ask('POST', `/api/operator/v1/jobs/${job.id}/retry`)), 204)
    await jobIn(job.id, 'done')
    const log = await asker(
      client,
      await madeUser(customer, { administrator: true }),
      customer
    )('GET', '/api/audit/v1/entries')
    assert.includeMembers(
      log.body.entries.map(({ action }: { action: string }) => action),
      ['job.cancelled', 'job.retried']
    )
    assert.equal(await statusOf(ask('GET', '/api/operator/v1/jobs?state=lost')), 422)
  })
})
