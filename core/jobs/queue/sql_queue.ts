import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { Locator, Worker } from '@boringnode/queue'
import type { AdapterFactory, QueueManagerConfig } from '@boringnode/queue/types'
import type { Brought, JobQueue, JobSchedule, JobWorker, Lane } from '#core/jobs/queue/job_queue'
import { bringers, whenBrought } from '#core/jobs/queue/run_brought'

/** Jobs on the SQL database, looked for each second. Each lane has a worker in each process. */
export class SqlQueue implements JobQueue {
  constructor() {
    for (const bringer of Object.values(bringers)) Locator.register(bringer.options.name, bringer)
  }

  async push(lane: Lane, brought: Brought) {
    await bringers[lane].dispatch(brought)
  }

  async work(
    slots: ReadonlyMap<Lane, number>,
    handle: (brought: Brought) => Promise<void>
  ): Promise<JobWorker> {
    whenBrought(handle)
    const config = await workerConfig()
    const workers = [...slots].map(([lane, concurrency]) => {
      const worker = new Worker({ ...config, worker: { ...config.worker, concurrency } })
      const ended = worker
        .start([lane])
        .catch((error: unknown) => logger.error({ err: error, lane }, 'The jobs have stopped'))
      return { worker, ended }
    })
    return {
      async stop() {
        await Promise.all(workers.map(({ worker }) => worker.stop()))
        await Promise.all(workers.map(({ ended }) => ended))
      },
    }
  }

  async schedule(lane: Lane, { name, cron, zone }: { name: string; cron: string; zone: string }) {
    await bringers[lane].schedule({ recurring: name }).id(name).cron(cron).timezone(zone).run()
  }

  async schedules(): Promise<JobSchedule[]> {
    const rows = (await db
      .from('queue_schedules')
      .orderBy('id')
      .select('id', 'status', 'next_run_at', 'last_run_at', 'run_count')) as ScheduleRow[]
    return rows.map((row) => ({
      id: row.id,
      status: row.status,
      nextRunAt: isoMoment(row.next_run_at),
      lastRunAt: isoMoment(row.last_run_at),
      runs: row.run_count,
    }))
  }

  async ping() {
    await db.rawQuery('select 1')
  }

  async close() {
    whenBrought(undefined)
  }
}

interface ScheduleRow {
  id: string
  status: string
  next_run_at: string | number | null
  last_run_at: string | number | null
  run_count: number
}

async function workerConfig(): Promise<QueueManagerConfig> {
  const config = app.config.get<QueueManagerConfig>('queue')
  const adapters: Record<string, AdapterFactory> = {}
  for (const [name, adapter] of Object.entries(config.adapters)) {
    const resolved: unknown = await configProvider.resolve(app, adapter)
    adapters[name] = (resolved ?? adapter) as AdapterFactory
  }
  return { ...config, autoLoadJobs: false, adapters, logger }
}

/** SQLite keeps the queue's moments as milliseconds or as text, MySQL as text in UTC. */
function isoMoment(value: string | number | null): string | null {
  if (value === null) return null
  const at =
    typeof value === 'number' || /^\d+$/.test(value)
      ? new Date(Number(value))
      : new Date(/Z|[+-]\d\d:?\d\d$/.test(value) ? value : `${value.replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}
