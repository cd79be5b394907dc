import { createServer, type AddressInfo } from 'node:net'
import { rmSync } from 'node:fs'
import { test } from '@japa/runner'
import { client } from '../../bench/client.js'
import { newStorage, startServer } from '../../bench/server_process.js'
import type { Made } from '../../bench/server.js'

const CALLS = 600_000

/** The heap that `npm start` gives a server. */
const HEAP = '--max-old-space-size=400'

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const year = {
  report: 'bench.calls',
  period: { from: '2025-01-01', to: '2025-12-31' },
  interval: 'date',
  grouping: 'object',
  columns: 'all',
}
const queues = (count: number) =>
  Array.from({ length: count }, (_, n) => `q${String(n).padStart(3, '0')}`)

test('eight of the heaviest reports at once leave the server up, and a small one is answered meanwhile', async ({
  assert,
}) => {
  const storage = newStorage()
  process.env.BENCH_SERVER_ARGUMENTS = HEAP
  const port = await freePort()
  const server = await startServer(storage, port)
  try {
    const { customers } = await server.ask<Made>({ order: 'make', calls: CALLS })
    const [ask, other] = await Promise.all(
      customers.slice(0, 2).map((one) => client(`http://127.0.0.1:${port}`, one))
    )
    const ended: string[] = []
    const heavy = async (name: string, objects: string[] | 'all') => {
      try {
        return JSON.parse(await ask('/api/report/v1/generate', { ...year, objects })) as {
          rows: unknown[]
        }
      } catch (error) {
        return String(error)
      } finally {
        ended.push(name)
      }
    }
    const asked = [
      ...[1, 2, 3, 4].map((n) => heavy(`all ${n}`, 'all')),
      ...[1, 2, 3, 4].map((n) => heavy(`130 ${n}`, queues(130))),
    ]
    const small = JSON.parse(
      await other('/api/report/v1/generate', {
        ...{ ...year, objects: queues(1), interval: 'period' },
        period: { from: '2025-03-03', to: '2025-03-03' },
      })
    ) as { total: { incoming: number } }
    const before = [...ended]
    const answers = await Promise.all(asked)
    assert.isNumber(small.total.incoming)
    assert.isBelow(before.length, 8, 'the small one came before the last of the heavy ones')
    for (const refused of answers.slice(0, 4)) {
      assert.match(String(refused), /422 .*E_ANSWER_TOO_LARGE.*more than 50000 rows.*background/)
    }
    for (const answer of answers.slice(4)) {
      assert.isObject(answer, String(answer))
      assert.isAbove((answer as { rows: unknown[] }).rows.length, 15_000)
    }
    // What is too large to be answered is made as a file.
    const file = await ask('/api/report/v1/export', { ...year, objects: 'all', format: 'csv' })
    assert.isAbove(file.split('\n').length, 50_000)
  } finally {
    await server.stop()
    rmSync(storage, { recursive: true, force: true })
    delete process.env.BENCH_SERVER_ARGUMENTS
  }
})
