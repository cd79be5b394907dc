import logger from '@adonisjs/core/services/logger'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import {
  type Brought,
  type JobQueue,
  type JobSchedule,
  type JobWorker,
  type Lane,
  lanes,
} from '#core/jobs/queue/job_queue'

const PREFIX = 'telestat'

/** Jobs on Redis, by BullMQ: any number of workers in any number of processes. */
export class RedisQueue implements JobQueue {
  readonly #connection: Redis
  readonly #queues: ReadonlyMap<Lane, Queue<Brought>>

  constructor(private readonly url: string) {
    this.#connection = this.#connect()
    this.#queues = new Map(lanes.map((lane) => [lane, this.#open(lane)]))
  }

  async push(lane: Lane, brought: Brought, attempt = 0) {
    // The same attempt at a job is brought once, however often it is handed over.
    const once = 'job' in brought ? { jobId: `${brought.job}.${attempt}` } : {}
    await this.#queue(lane).add('brought', brought, { ...once, ...forgotten })
  }

  async work(
    slots: ReadonlyMap<Lane, number>,
    handle: (brought: Brought) => Promise<void>
  ): Promise<JobWorker> {
    const connection = this.#connect()
    const workers = [...slots].map(([lane, concurrency]) => {
      const worker = new Worker<Brought>(lane, ({ data }) => handle(data), {
        connection,
        prefix: PREFIX,
        concurrency,
      })
      worker.on('error', told)
      return worker
    })
    await Promise.all(workers.map((worker) => worker.waitUntilReady()))
    return {
      async stop() {
        await Promise.all(workers.map((worker) => worker.close()))
        connection.disconnect()
      },
    }
  }

  async schedule(lane: Lane, { name, cron, zone }: { name: string; cron: string; zone: string }) {
    // An earlier version had it brought in another lane.
    for (const [other, queue] of this.#queues) {
      if (other !== lane) await queue.removeJobScheduler(name)
    }
    const template = { name: 'brought', data: { recurring: name }, opts: forgotten }
    await this.#queue(lane).upsertJobScheduler(name, { pattern: cron, tz: zone }, template)
  }

  async schedules(): Promise<JobSchedule[]> {
    const found = await Promise.all(
      [...this.#queues.values()].map((queue) => queue.getJobSchedulers())
    )
    return found.flat().map(({ key, next, iterationCount = 0 }) => ({
      id: key,
      status: 'active',
      nextRunAt: next ? new Date(next).toISOString() : null,
      lastRunAt: null,
      runs: iterationCount,
    }))
  }

  async ping() {
    await this.#connection.ping()
  }

  async close() {
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()))
    this.#connection.disconnect()
  }

  #queue(lane: Lane): Queue<Brought> {
    return this.#queues.get(lane)!
  }

  #open(lane: Lane): Queue<Brought> {
    const queue = new Queue<Brought>(lane, { connection: this.#connection, prefix: PREFIX })
    queue.on('error', told)
    return queue
  }

  #connect(): Redis {
    // A worker waits for a server that is away for as long as it takes.
    const connection = new Redis(this.url, { maxRetriesPerRequest: null })
    connection.on('error', told).on('ready', answersAgain)
    return connection
  }
}

const forgotten = { removeOnComplete: true, removeOnFail: true }

const TOLD_EVERY_MS = 60_000
let toldAt: number | undefined

/** Each connection fails again and again while the server is away: that is told once a minute. */
function told(error: Error) {
  if (toldAt !== undefined && performance.now() - toldAt < TOLD_EVERY_MS) return
  toldAt = performance.now()
  logger.warn({ err: error }, 'The queue on Redis does not answer: jobs wait in the database.')
}

function answersAgain() {
  if (toldAt !== undefined) logger.info('The queue on Redis answers again.')
  toldAt = undefined
}
