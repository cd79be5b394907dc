import { setTimeout as pause } from 'node:timers/promises'
import { test } from '@japa/runner'
import { commandLine } from '#tests/made/command'
import { ensurePoint } from '#core/collection/ensure_point'
import type { SourcePlugin } from '#core/contracts/source'
import { closeFactStore } from '#core/facts/store'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { mixedWithHostileNames } from '#core/plugins/conformance/hostile_copies'
import { recordedSource } from '#core/plugins/conformance/recorded_source'
import { registry } from '#core/plugins/registry'
import { madeConnector } from '#tests/made/connector'
import { madeCustomer } from '#tests/made/customer'
import { madeSavedReport } from '#tests/made/saved_report'
import { logFile } from '#tests/functional/collection/made/use_hotline'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const server = `http://127.0.0.1:${process.env.PORT}`
const PERIOD = { from: '2026-01-01', to: '2026-12-31', fromTime: '00:00', toTime: '24:00' }
const PUSHES = 4

/** A customer of a source, with what programs and tools of its are told. */
async function customerOf(source: SourcePlugin) {
  const customer = await madeCustomer({ plugins: [source.key, 'json', 'power_bi'] })
  const owner = await madeUser(customer, {
    administrator: true,
    seesEverything: true,
    callSpecification: true,
  })
  const { headers } = await madeTicket(owner, customer, ['collect', 'report'])
  const point = await ensurePoint({ customerId: customer.id, source: source.key, name: 'one' })
  const { files, settings } = await recordingsOf(source)
  await point.merge({ settings }).save()
  const push = (bytes: Buffer<ArrayBuffer>) =>
    fetch(`${server}/api/collect/v1/one?source=${source.key}`, {
      method: 'POST',
      body: bytes,
      headers,
    })
  const report = source.reportTypes[0]!.key
  const query = { report, objects: 'all', interval: 'period', grouping: 'object' }
  const { saved } = await madeSavedReport(customer, owner, {
    query: { ...query, columns: 'all', emptyRows: false },
  })
  const addresses = [
    ['json', 'data.json?table=rows'],
    ['json', 'data.json?table=specification'],
    ['power_bi', 'odata/$metadata'],
  ] as const
  return {
    customer,
    files,
    push,
    ask: async (key = report) => {
      const response = await fetch(`${server}/api/report/v1/generate`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ ...query, report: key, period: PERIOD }),
      })
      return { status: response.status, text: await response.text() }
    },
    objects: async (type: string) => {
      const response = await fetch(`${server}/api/report/v1/objects?type=${type}`, { headers })
      return { status: response.status, text: await response.text() }
    },
    feeds: async () => {
      const answers = []
      for (const [kind, path] of addresses) {
        const { url } = await madeConnector(saved, {}, kind)
        const response = await fetch(`${url}${path}`)
        answers.push({ status: response.status, text: await response.text() })
      }
      return answers
    },
  }
}

async function recordingsOf(source: SourcePlugin) {
  const recorded = await recordedSource(source, registry().folderOf(source)!)
  const recordings = recorded?.recordings ?? []
  return { files: recordings, settings: recordings[0]?.point.settings ?? {} }
}

/** A part that was never asked before may be told as failing until it has answered. */
async function isHealthy(): Promise<boolean> {
  for (let tries = 0; tries < 1000; tries++) {
    const { ok } = await fetch(`${server}/health`)
    if (ok) return true
    await pause(100)
  }
  return false
}

test.group('Hostile names that are pushed', () => {
  // Nothing is pushed to the source of a module, which writes by itself.
  for (const source of registry().platforms()) {
    test(`stop nobody, and change no other customer’s figures: ${source.key}`, async ({
      assert,
    }) => {
      const other = await customerOf(source)
      for (const { bytes } of other.files) await other.push(Buffer.from(bytes))
      const before = await other.ask()
      assert.equal(before.status, 200)

      const one = await customerOf(source)
      for (const { name, bytes } of one.files) {
        for (let time = 0; time < PUSHES; time++) {
          const response = await one.push(Buffer.from(mixedWithHostileNames(bytes, time)))
          assert.equal(response.status, 200, `${name}, ${time}: ${await response.text()}`)
        }
      }
      const point = await CollectionPoint.findByOrFail({ customerId: one.customer.id })
      assert.isNull(point.lastError)

      assert.isTrue(await isHealthy(), 'the server says that it works')
      assert.deepEqual(await other.ask(), before)
      const own = []
      for (const { key } of source.reportTypes) own.push(await one.ask(key))
      for (const { key } of source.reportTypes) own.push(await one.objects(key))
      own.push(...(await one.feeds()))
      for (const { status, text } of own) assert.equal(status, 200, text)
      const clean = await one.push(Buffer.from(one.files[0]!.bytes))
      assert.equal(clean.status, 200)

      if (source.key !== 'asterisk') return
      // As after a restart: another process, which knows only what is stored.
      await closeFactStore()
      const [file] = one.files
      const lines = mixedWithHostileNames(file!.bytes, PUSHES).toString('utf8').split('\n')
      const path = await logFile(lines, file!.name)
      const args = ['collect:file', source.key, path, `--customer=${one.customer.slug}`]
      const { exitCode, errors } = await commandLine([...args, '--point=one'])
      assert.equal(exitCode, 0, errors)
      assert.deepEqual(await other.ask(), before)
    })
  }
})
