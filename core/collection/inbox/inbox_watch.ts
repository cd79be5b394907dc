import { join } from 'node:path'
import logger from '@adonisjs/core/services/logger'
import { collectFileAt } from '#core/collection/actions/collect_file'
import { unpacked } from '#core/collection/files/unpacked'
import { ensureInboxes } from '#core/collection/inbox/ensure_inboxes'
import { FolderQueue } from '#core/collection/inbox/folder_queue'
import { FolderWatch } from '#core/collection/inbox/folder_watch'
import { isInboxName } from '#core/collection/inbox/inbox_file'
import { InboxFolder } from '#core/collection/inbox/inbox_folder'
import { inboxFolders, placeOf } from '#core/collection/inbox/inbox_folders'
import { inboxPoint } from '#core/collection/inbox/inbox_point'
import { isWhole, putAway, takenSetting } from '#core/collection/inbox/put_away'
import { forgetTaken, keepTaken, stateOf, takenFiles } from '#core/collection/inbox/taken_files'
import { demandRunning } from '#core/collection/stop_collecting'

/** After a change, so that what is written in many small pieces is collected in few. */
const QUIET_MS = 500
/** What the system does not tell of, such as a network folder's files, is found by looking. */
const LOOK_EVERY_MS = 30_000
/** Files that the system is known not to tell of are looked at so often, so that what they are shown on is up to date. */
const SILENT_EVERY_MS = 1500
const MOST_SILENT = 500
/** Folders that are worked at beside each other: all others of the server go on meanwhile. */
const AT_ONCE = 4

/**
 * Collects what is put in the inbox folders, at once and as it grows, until closed. What cannot be
 * collected is said in the log, once until it changes. Files that were collected cost nothing as long as
 * nobody writes to them, also after a restart: what they were on disk is known.
 */
export class InboxWatch {
  #looking: NodeJS.Timeout | undefined
  #listening: NodeJS.Timeout | undefined
  #isListening = false
  #isLooking = false
  /** Something changed while it was looked through. */
  #isStale = false
  #isClosed = false
  readonly #folders = new Map<string, InboxFolder>()
  /** Changes that are waited with, in case more follow. */
  readonly #soon = new Map<string, NodeJS.Timeout>()
  /** Files that grew without a word of the system's: links to logs elsewhere, files of network folders. */
  readonly #silent = new Map<string, { folder: string; name: string }>()
  readonly #said = new Map<string, string>()
  readonly #queue = new FolderQueue(AT_ONCE, (folder, name) => this.#collect(folder, name))
  readonly #files = new FolderWatch((folder, name) =>
    this.#after(join(folder, name ?? ''), () => this.#changed(folder, name))
  )
  readonly #branches = new FolderWatch(() => this.#after('', () => this.look()))
  /** The point of each folder, as it was looked at last. */
  #points = new Map<string, number | undefined>()

  /** `isOurs` says whether this process collects at a point; without one, in folders that have none yet. */
  constructor(private readonly isOurs: (pointId: number | undefined) => boolean = () => true) {}

  async start(): Promise<void> {
    await this.look()
    this.#looking = setInterval(() => void this.look(), LOOK_EVERY_MS).unref()
    this.#listening = setInterval(() => void this.#lookAtSilent(), SILENT_EVERY_MS).unref()
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#looking)
    clearInterval(this.#listening)
    for (const timer of this.#soon.values()) clearTimeout(timer)
    this.#files.close()
    this.#branches.close()
    this.#queue.clear()
  }

  /** Looks through all folders for what is new or has changed. */
  async look(): Promise<void> {
    this.#isStale = this.#isLooking
    if (this.#isLooking) return
    this.#isLooking = true
    try {
      const points = await ensureInboxes()
      const { leaves, branches } = await inboxFolders()
      this.#points = points
      this.#branches.follow(branches)
      const ours = leaves.filter((path) => this.#isOurs(path))
      this.#files.follow(ours)
      this.#forgetAllBut(new Set(ours))
      for (const path of ours) await this.#lookInto(path, points.get(path))
    } catch (error) {
      logger.error({ err: error }, 'The inbox could not be looked through.')
    } finally {
      this.#isLooking = false
    }
    if (this.#isStale && !this.#isClosed) await this.look()
  }

  #isOurs = (path: string) => this.isOurs(this.#points.get(path))

  /** What another process collects from is other by the time that it comes back. */
  #forgetAllBut(ours: ReadonlySet<string>) {
    for (const path of this.#folders.keys()) if (!ours.has(path)) this.#folders.delete(path)
    for (const [path, { folder }] of this.#silent) if (!ours.has(folder)) this.#silent.delete(path)
  }

  async #lookInto(path: string, pointId: number | undefined) {
    try {
      const folder = await this.#folder(path, pointId)
      const { changed, gone } = await folder.look()
      if (pointId !== undefined && gone.length > 0) await forgetTaken(pointId, gone)
      // Asked once for all of them, where nothing may be collected from here.
      if (changed.length > 0) await inboxPoint(placeOf(path))
      for (const name of changed) {
        if (folder.isKnown(name)) this.#noteSilent(path, name)
        this.#queue.add(path, name)
      }
      if (pointId !== undefined && takenSetting() !== 'keep') await this.#putAway(folder, pointId)
    } catch (error) {
      this.#say(path, error)
    }
  }

  /** A look found that it had grown: the system did not tell, or has only just. */
  #noteSilent(folder: string, name: string) {
    const path = join(folder, name)
    this.#silent.delete(path)
    this.#silent.set(path, { folder, name })
    if (this.#silent.size > MOST_SILENT) this.#silent.delete(this.#silent.keys().next().value!)
  }

  async #lookAtSilent() {
    // A folder on a network may take longer to answer than it is until the next look.
    if (this.#isListening) return
    this.#isListening = true
    for (const [path, { folder, name }] of this.#silent) {
      const state = await stateOf(path)
      if (state === undefined) this.#silent.delete(path)
      else if (!this.#folders.get(folder)?.isTaken(name, state)) this.#queue.add(folder, name)
    }
    this.#isListening = false
  }

  async #folder(path: string, pointId: number | undefined): Promise<InboxFolder> {
    const known = this.#folders.get(path)
    if (known) return known
    const taken = pointId === undefined ? new Map<string, string>() : await takenFiles(pointId)
    const folder = new InboxFolder(path, taken)
    this.#folders.set(path, folder)
    return folder
  }

  async #putAway(folder: InboxFolder, pointId: number) {
    const now = Date.now()
    const gone: string[] = []
    for (const [name, state] of folder.taken()) {
      if (!isWhole(state, now)) continue
      const isGone = await putAway(join(folder.path, name), state, takenSetting())
      if (isGone) gone.push(name)
    }
    for (const name of gone) folder.forget(name)
    await forgetTaken(pointId, gone)
  }

  #after(key: string, work: () => void | Promise<void>) {
    if (this.#soon.has(key)) return
    const timer = setTimeout(() => {
      this.#soon.delete(key)
      void work()
    }, QUIET_MS)
    this.#soon.set(key, timer.unref())
  }

  #changed(folder: string, name: string | null) {
    if (name === null) void this.look()
    else if (isInboxName(name)) this.#queue.add(folder, name)
  }

  async #collect(path: string, name: string) {
    const file = { path: join(path, name), name }
    const folder = this.#folders.get(path)
    const state = await stateOf(file.path)
    if (!folder || !this.#isOurs(path)) return
    if (state === undefined || folder.isTaken(name, state)) return
    try {
      demandRunning()
      const point = await inboxPoint(placeOf(path))
      const totals = await unpacked(file, (one) => collectFileAt(point, one.path, one.name))
      await keepTaken(point.id, name, state)
      folder.take(name, state)
      this.#said.delete(path)
      if (totals.read > 0) logger.info({ ...totals }, `Collected ${file.path}.`)
    } catch (error) {
      this.#say(path, error, file.path)
    }
  }

  #say(folder: string, error: unknown, path = folder) {
    const message = error instanceof Error ? error.message : String(error)
    if (this.#said.get(folder) === message) return
    this.#said.set(folder, message)
    logger.warn(`Nothing is collected from ${path}: ${message}`)
  }
}
