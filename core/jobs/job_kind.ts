import type { Json, Row } from '#core/contracts/scalar'
import type { Lane } from '#core/jobs/queue/job_queue'
import type { Capability } from '#core/permissions/matrix'
import type { Reader } from '#core/permissions/reader'

/** A file that a job made: it is moved to the jobs' folder, for its owner to download. */
export interface JobFile {
  path: string
  name: string
  contentType: string
  /** Ids of the measurement objects that it can show; left out where it shows none. */
  objects?: readonly number[]
}

/** What a job came to. */
export interface JobResult {
  file?: JobFile
  /** Small facts for its owner. */
  outcome?: Row
}

/** What a running job is handed. */
export interface JobControl {
  id: string
  customerId: number
  userId: number
  /** The administrator who started it in the user's name, or null. */
  actorId: number | null
  /** Fires when the job is cancelled, in whichever process, and when the server stops. */
  signal: AbortSignal
  /** Tells how far it has come; may be called as often as one likes. */
  progress(done: number, total?: number): void
  /** Called before what cannot be undone: if the worker is killed after this, the job fails rather than being begun again. */
  beginOnce(): Promise<void>
  /**
   * Its owner with the rights that they have now, narrowed to those of the administrator who acts for
   * them. Throws `E_NOT_SIGNED_IN` where the owner is gone.
   */
  reader(): Promise<Reader>
}

type Payload = Record<string, Json>

/** A kind of job, one for each thing that takes its time. Listed in `start/jobs.ts`. */
export interface JobKind<P extends Payload = Payload> {
  /** Module and verb, `report.export`. Its label is the word `jobs.kind.<name>` of `core/locales`. */
  name: string
  /** What it is called in a language, where that is not a word of `core/locales`. */
  label?(locale: string): string
  /** Reads facts: where they are embedded it runs in the server's own process. */
  needsFacts?: boolean
  /** Whether one is so much work that others are not to wait for it. */
  isLarge?(payload: P): boolean
  /** What its owner must be let do, when it runs and when they download its file. */
  capability?: Capability
  /** Throws where its owner may no longer have what its file holds: asked at each download, beside its objects. */
  demandFile?(payload: P, reader: Reader): Promise<void>
  /** How often it is begun, at most, where workers are killed. Two, unless said. */
  attempts?: number
  /** Throws a `RequestError` for what its owner can mend; anything else is logged and told as unexpected. */
  run(payload: P, control: JobControl): Promise<JobResult | void>
}

/** Declares a kind of job. */
export const defineJob = <P extends Payload>(kind: JobKind<P>): JobKind<P> => kind

/** Something that the installation does again and again, for nobody in particular. */
export interface RecurringJob {
  /** Stable: the queue knows its schedule by it. */
  name: string
  needsFacts?: boolean
  /** Its own slots, where it is not to wait for others. */
  lane?: Lane
  /** With seconds: `0 30 2 * * *`. */
  cron: string
  /** UTC unless said. */
  zone?: string
  /** What two workers begin at once must do no harm. */
  run(): Promise<void>
}

export const defineRecurringJob = (job: RecurringJob): RecurringJob => job
