import { statfs } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { storageFolder } from '#config/storage'
import { engineAnswers } from '#core/facts/queries/engine_answers'
import { registry } from '#core/plugins/registry'
import { momentText } from '#database/columns'

/** What the server needs to do its work. */
export const parts = ['database', 'facts', 'storage', 'workers', 'plugins'] as const
export type Part = (typeof parts)[number]

export interface ServerHealth {
  status: 'ok' | 'failing'
  /** Parts that do not work. */
  failing: Part[]
}

const KEPT_MS = 2000
const LONGEST_ANSWER_MS = 45
const LONGEST_CHECK_MS = 10_000
/** As much as the engine keeps free: with less it takes no facts. */
const LEAST_BYTES = 512 * 1024 * 1024
const SILENT_SECONDS = 60

type Check = () => Promise<boolean>

const checks: Record<Part, Check> = {
  async database() {
    await db.rawQuery('select 1')
    return true
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
    return !silent
  },
  async plugins() {
    return registry().broken().length === 0
  },
}

/**
 * Makes the question whether the server can do its work. It is asked anew every two seconds at most; what
 * takes longer than an answer may take is told as it was before, until it has been silent for ten seconds.
 */
export function serverHealthOf(asked: Readonly<Record<Part, Check>>): () => Promise<ServerHealth> {
  let last: { at: number; health: ServerHealth } | undefined
  let asking: Promise<ServerHealth> | undefined
  const ask = async () => {
    const working = await Promise.all(parts.map((part) => works(asked[part])))
    const failing = parts.filter((_, index) => !working[index])
    const health: ServerHealth = { status: failing.length > 0 ? 'failing' : 'ok', failing }
    last = { at: Date.now(), health }
    asking = undefined
    return health
  }
  return async () => {
    if (last && Date.now() - last.at < KEPT_MS) return last.health
    asking ??= ask()
    if (!last) return asking
    return Promise.race([asking, pause(LONGEST_ANSWER_MS, last.health)])
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

/** The same with some parts asked otherwise. */
export const serverHealthWith = (others: Partial<Record<Part, Check>>) =>
  serverHealthOf({ ...checks, ...others })
