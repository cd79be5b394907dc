import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { watch, type FSWatcher } from 'chokidar'
import logger from '@adonisjs/core/services/logger'
import { collectFileAt } from '#core/collection/actions/collect_file'
import { unpacked } from '#core/collection/files/unpacked'
import { ensureInboxes } from '#core/collection/inbox/ensure_inboxes'
import { inboxFile, type InboxFile } from '#core/collection/inbox/inbox_file'
import { inboxPoint } from '#core/collection/inbox/inbox_point'
import { demandRunning } from '#core/collection/stop_collecting'
import { storageFolder } from '#config/storage'

/** After a change, so that what is written in many small pieces is collected in few. */
const QUIET_MS = 500
/** What the system does not tell of, such as a network folder's files, is found by looking. */
const LOOK_EVERY_MS = 30_000
/** Files that are looked at beside each other: all others of the server go on meanwhile. */
const AT_ONCE = 4

/**
 * Collects what is put in the inbox folders, at once and as it grows, until closed. Files stay where
 * they are. What cannot be collected is said in the log, once until it changes.
 */
export class InboxWatch {
  #watcher: FSWatcher | undefined
  #looking: NodeJS.Timeout | undefined
  /** Files to collect, and whether they changed again meanwhile. */
  readonly #busy = new Map<string, boolean>()
  readonly #said = new Map<string, string>()
  /** What each file was on disk when it was collected last: as long as it is that, nothing is asked about it. */
  readonly #taken = new Map<string, string>()
  #isLooking = false
  #working = 0
  readonly #waiting: (() => void)[] = []

  async start(): Promise<void> {
    await ensureInboxes()
    const folder = storageFolder('inbox')
    this.#watcher = watch(folder, { depth: 3 })
      .on('add', (path) => void this.#changed(path))
      .on('change', (path) => void this.#changed(path))
      .on('error', (error) => logger.error({ err: error }, 'The inbox cannot be watched.'))
    this.#looking = setInterval(() => void this.#look(folder), LOOK_EVERY_MS).unref()
  }

  async close(): Promise<void> {
    clearInterval(this.#looking)
    await this.#watcher?.close()
  }

  async #look(folder: string) {
    if (this.#isLooking) return
    this.#isLooking = true
    await ensureInboxes().catch((error: unknown) => this.#say(folder, error))
    const names = await readdir(folder, { recursive: true }).catch(() => [])
    // One after another: there may be a hundred thousand, and hardly any of them is new.
    for (const name of names) {
      const path = join(folder, name)
      if (inboxFile(path) && !(await this.#isTaken(path))) void this.#changed(path)
    }
    this.#isLooking = false
  }

  async #changed(path: string) {
    const file = inboxFile(path)
    if (!file) return
    if (this.#busy.has(path)) {
      this.#busy.set(path, true)
      return
    }
    do {
      this.#busy.set(path, false)
      await pause(QUIET_MS)
      await this.#inTurn(() => this.#collect(file))
    } while (this.#busy.get(path))
    this.#busy.delete(path)
  }

  async #collect(file: InboxFile) {
    const state = await stateOf(file.path)
    if (state !== undefined && this.#taken.get(file.path) === state) return
    try {
      demandRunning()
      const point = await inboxPoint(file)
      const totals = await unpacked(file, ({ path, name }) => collectFileAt(point, path, name))
      if (state !== undefined) this.#taken.set(file.path, state)
      this.#said.delete(file.path)
      if (totals.read > 0) logger.info({ ...totals }, `Collected ${file.path}.`)
    } catch (error) {
      this.#say(file.path, error)
    }
  }

  async #isTaken(path: string) {
    const known = this.#taken.get(path)
    return known !== undefined && known === (await stateOf(path))
  }

  async #inTurn(work: () => Promise<void>) {
    if (this.#working >= AT_ONCE) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#working += 1
    try {
      await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#working -= 1
    }
  }

  #say(path: string, error: unknown) {
    const message = error instanceof Error ? error.message : String(error)
    const about = dirname(path)
    if (this.#said.get(about) === message) return
    this.#said.set(about, message)
    logger.warn(`Nothing is collected from ${path}: ${message}`)
  }
}

/** Undefined where there is no such file any more. */
async function stateOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found && `${found.dev}:${found.ino}:${found.size}:${found.mtimeMs}`
}
