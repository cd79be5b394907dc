import { type FSWatcher, watch } from 'node:fs'
import logger from '@adonisjs/core/services/logger'

/**
 * Tells what changes in folders, one watch for each however many files it holds. What the system does not
 * tell of, such as a network folder's files, or has no room to watch, is for others to find.
 */
export class FolderWatch {
  readonly #watchers = new Map<string, FSWatcher>()
  #isFull = false

  /** `changed` is told the name in the folder; null where the system does not say it. */
  constructor(private readonly changed: (folder: string, name: string | null) => void) {}

  /** Watches these folders, and no others. */
  follow(folders: readonly string[]): void {
    const wanted = new Set(folders)
    for (const folder of this.#watchers.keys()) if (!wanted.has(folder)) this.#drop(folder)
    for (const folder of wanted) if (!this.#watchers.has(folder)) this.#watch(folder)
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#drop(folder)
  }

  #watch(folder: string) {
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => this.changed(folder, name))
      watcher.on('error', () => this.#drop(folder))
      this.#watchers.set(folder, watcher)
    } catch (error) {
      if (!this.#isFull) logger.warn({ err: error as Error }, `${folder} cannot be watched.`)
      this.#isFull = true
    }
  }

  #drop(folder: string) {
    this.#watchers.get(folder)?.close()
    this.#watchers.delete(folder)
  }
}
