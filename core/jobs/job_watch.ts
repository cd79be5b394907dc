import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type BackgroundJob from '#core/jobs/models/background_job'
import { momentText } from '#database/columns'

const LOOK_MS = 1000
const BEAT_MS = 5000

const watches = new Map<string, JobWatch>()

/** Has a job of this process end at once; another process sees that it is to within a second. */
export const cancelHere = (id: string) => watches.get(id)?.cancel()

/** Has the jobs of this process stop, as the server does. */
export function stopJobsHere() {
  for (const watch of watches.values()) watch.stop()
}

/**
 * Keeps a running job's row alive: says each second how far it has come and each few seconds that its
 * worker lives, and looks whether it is to be cancelled or was given to another worker.
 */
export class JobWatch {
  readonly #controller = new AbortController()
  readonly signal = this.#controller.signal
  cancelled = false
  stopping = false
  /** Another worker has the job, or it is gone: what is written of it here reaches no row. */
  lost = false

  #timer: NodeJS.Timeout
  #told = { done: 0, total: null as number | null }
  #now = { done: 0, total: null as number | null }
  #beatAt = Date.now()
  #looking: Promise<void> | undefined

  constructor(
    private readonly job: BackgroundJob,
    private readonly worker: string
  ) {
    watches.set(job.id, this)
    this.#timer = setInterval(() => (this.#looking ??= this.#look()), LOOK_MS)
    this.#timer.unref()
  }

  progress(done: number, total?: number) {
    this.#now = { done, total: total ?? this.#now.total }
  }

  async beginOnce() {
    this.signal.throwIfAborted()
    this.job.repeatable = false
    await this.#mine().update({ repeatable: false })
  }

  cancel() {
    this.cancelled = true
    this.#controller.abort()
  }

  stop() {
    this.stopping = true
    this.#controller.abort()
  }

  /** The last that is written of this run; nothing where another worker has the job by now. */
  async end(values: Record<string, string | number | null>) {
    clearInterval(this.#timer)
    watches.delete(this.job.id)
    await this.#looking
    const { done, total } = this.#now
    await this.#mine().update({
      finished_at: momentText(DateTime.utc()),
      ...values,
      worker: null,
      done: values.state === 'done' ? (total ?? done) : done,
      total,
    })
  }

  #mine() {
    const { id } = this.job
    return db.from('background_jobs').where({ id, worker: this.worker, state: 'running' })
  }

  async #look() {
    try {
      const { done, total } = this.#now
      const moved = done !== this.#told.done || total !== this.#told.total
      if (moved || Date.now() - this.#beatAt >= BEAT_MS) {
        await this.#mine().update({ done, total, heartbeat_at: momentText(DateTime.utc()) })
        this.#told = { done, total }
        this.#beatAt = Date.now()
      }
      const row = (await this.#mine().select('cancel_asked').first()) as Row | null
      if (!row) {
        this.lost = true
        this.#controller.abort()
      } else if (row.cancel_asked) this.cancel()
    } catch (error) {
      logger.warn({ err: error as Error, job: this.job.id }, 'A running job could not be looked at')
    } finally {
      this.#looking = undefined
    }
  }
}

interface Row {
  cancel_asked: boolean | 0 | 1
}
