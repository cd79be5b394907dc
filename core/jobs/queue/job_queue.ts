/**
 * Each has slots of its own, so that one never waits for another: files that people ask for, small and
 * large, deliveries, notifications, upkeep of the facts, and the rest.
 */
export const lanes = [
  'exports',
  'largeExports',
  'delivery',
  'notifications',
  'facts',
  'default',
] as const
export type Lane = (typeof lanes)[number]

/** What a queue brings to a worker: a job by its id, or a recurring one by its name. */
export type Brought = { job: string; lane: Lane } | { recurring: string }

/** A recurring job as the operator sees it. */
export interface JobSchedule {
  id: string
  status: string
  nextRunAt: string | null
  lastRunAt: string | null
  runs: number
}

/**
 * Brings jobs to workers, here or in other processes. It may bring one twice, or lose one: the row in
 * the database says what is to be done, and is looked through for what was lost.
 */
export interface JobQueue {
  /** `attempt` tells a job that is begun again from the first time. */
  push(lane: Lane, brought: Brought, attempt?: number): Promise<void>
  /** Begins to work at these lanes, at so many jobs of each at once. `handle` never throws. */
  work(
    slots: ReadonlyMap<Lane, number>,
    handle: (brought: Brought) => Promise<void>
  ): Promise<JobWorker>
  /** Has the job brought at its times from now on, once for all processes. */
  schedule(lane: Lane, job: { name: string; cron: string; zone: string }): Promise<void>
  schedules(): Promise<JobSchedule[]>
  /** Fails where the queue cannot be reached. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface JobWorker {
  /** Takes no more jobs, and resolves when those at hand have ended. */
  stop(): Promise<void>
}
