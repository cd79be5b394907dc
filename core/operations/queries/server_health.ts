import { statfs } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import { isCollected } from '#core/collection/queries/collecting_processes'
import { oldestDueSending } from '#core/delivery/queries/oldest_due_sending'
import { engineAnswers } from '#core/facts/queries/engine_answers'
import { answeredSoon } from '#core/jobs/queue/answered_soon'
import { jobQueue } from '#core/jobs/queue/queue_in_use'
import { missingWorkers } from '#core/jobs/worker_heartbeat'
import { mailServerAnswers } from '#core/operations/mail_server_answers'
import { registry } from '#core/plugins/registry'
import { momentText } from '#database/columns'
import { schemaState } from '#database/schema_state'

/** What the server needs to answer people. */
const needed = ['database', 'schema', 'facts', 'storage', 'workers', 'plugins'] as const
/** What waits for better days where it is away: another server would not do better. */
const waiting = ['queue', 'mail', 'collecting', 'sendings'] as const
export const parts = [...needed, ...waiting]
export type Part = (typeof parts)[number]

export interface ServerHealth {
  /** `degraded` where people are answered, and something else does not go on. */
  status: 'ok' | 'degraded' | 'failing'
  /** Parts that do not work. */
  failing: Part[]
}

const KEPT_MS = 2000
const LONGEST_ANSWER_MS = 40
const LONGEST_CHECK_MS = 10_000
/** As much as the engine keeps free: with less it takes no facts. */
const LEAST_BYTES = 512 * 1024 * 1024
const SILENT_SECONDS = 60
const LONGEST_DUE_SECONDS = 15 * 60

type Check = () => Promise<boolean>

const checks: Record<Part, Check> = {
  async database() {
    await db.rawQuery('select 1')
    return true
  },
  async schema() {
    const { missing } = await schemaState()
    return missing.length === 0
  },
  facts: engineAnswers,
  async storage() {
    const { bavail, bsize } = await statfs(storageFolder())
    return bavail * bsize >= LEAST_BYTES
  },
  async workers() {
    const since = momentText(DateTime.utc().minus({ seconds: SILENT_SECONDS }))
    const silent = (await db
      .from('background_jobs')
      .where('state', 'running')
      .where('heartbeat_at', '<', since)
      .select('id')
      .first()) as unknown
    return !silent && (await missingWorkers()) === 0
  },
  async plugins() {
    return registry().broken().length === 0
  },
  async queue() {
    const queue = await jobQueue()
    await answeredSoon(queue.ping())
    return true
  },
  mail: mailServerAnswers,
  collecting: isCollected,
  async sendings() {
    // Only a server sends: elsewhere what is due waits for one.
    if (app.getEnvironment() !== 'web') return true
    const oldest = await oldestDueSending()
    return !oldest || DateTime.utc().diff(oldest).as('seconds') < LONGEST_DUE_SECONDS
  },
}

/** What a part answered last. */
interface Answered {
  at: number
  works: boolean
}

/**
 * Makes the question whether the server can do its work. Each part is asked every two seconds at most; one
 * that takes longer than an answer may take is told as it was before, and fails where it was never heard
 * or has been silent for ten seconds.
 */
export function serverHealthOf(
  asked: Readonly<Record<Part, Check>>,
  longestAnswer = LONGEST_ANSWER_MS
): () => Promise<ServerHealth> {
  const last = new Map<Part, Answered>()
  const asking = new Map<Part, Promise<void>>()
  const ask = async (part: Part) => {
    const answer = await works(asked[part])
    last.set(part, { at: Date.now(), works: answer })
    asking.delete(part)
  }
  const isFresh = (part: Part) => Date.now() - (last.get(part)?.at ?? 0) < KEPT_MS
  const isWorking = (part: Part) => {
    const answer = last.get(part)
    return answer?.works === true && Date.now() - answer.at < LONGEST_CHECK_MS + KEPT_MS
  }
  return async () => {
    for (const part of parts) {
      if (!isFresh(part) && !asking.has(part)) asking.set(part, ask(part))
    }
    if (asking.size > 0) {
      await Promise.race([Promise.all(asking.values()), pause(longestAnswer)])
    }
    const failing = parts.filter((part) => !isWorking(part))
    const isStopped = failing.some((part) => needed.some((one) => one === part))
    return { status: isStopped ? 'failing' : failing.length > 0 ? 'degraded' : 'ok', failing }
  }
}

async function works(check: Check): Promise<boolean> {
  const late = pause(LONGEST_CHECK_MS, false, { ref: false })
  try {
    return await Promise.race([check(), late])
  } catch {
    return false
  }
}

/** Whether this server can do its work, and which part cannot. */
export const serverHealth = serverHealthOf(checks)

/** The same with some parts asked otherwise, which may take its time unless said. */
export const serverHealthWith = (
  others: Partial<Record<Part, Check>>,
  longestAnswer = LONGEST_CHECK_MS
) => serverHealthOf({ ...checks, ...others }, longestAnswer)

/** Has the parts asked again and again, so that whoever asks after a long while is told at once. Answers what ends it. */
export function keepAsking(): () => void {
  const timer = setInterval(() => void serverHealth(), KEPT_MS).unref()
  void serverHealth()
  return () => clearInterval(timer)
}
