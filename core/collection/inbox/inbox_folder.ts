import { opendir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isInboxName } from '#core/collection/inbox/inbox_file'
import { partsOf, stateOf } from '#core/collection/inbox/taken_files'

/** A file that was written to within this time may grow: it is looked at each time. */
const YOUNG_MS = 2 * 24 * 3_600_000
/** Older ones are looked at in turn, all of them once in so many looks. */
const TURNS = 60
/** File systems keep moments no finer than this. */
const COARSE_MS = 3000

/** What a look into a folder found. */
export interface Found {
  /** New, or written to since they were collected. */
  changed: string[]
  /** Collected once, and there no longer. */
  gone: string[]
}

/** One folder of the inbox: what each of its files was on disk when it was collected last. */
export class InboxFolder {
  readonly #taken: Map<string, string>
  /** New files that have not been collected yet, or could not be. */
  readonly #untaken = new Set<string>()
  #names = { writtenAt: 0, readAt: 0 }
  #turn = 0

  constructor(
    readonly path: string,
    taken: Map<string, string> = new Map()
  ) {
    this.#taken = taken
  }

  /** Whether the file has been collected as it is. */
  isTaken = (name: string, state: string): boolean => this.#taken.get(name) === state

  /** Whether the file has been collected, as it is or as it was. */
  isKnown = (name: string): boolean => this.#taken.has(name)

  take(name: string, state: string): void {
    this.#taken.set(name, state)
    this.#untaken.delete(name)
  }

  forget(name: string): void {
    this.#taken.delete(name)
    this.#untaken.delete(name)
  }

  /** Files that were collected, by name, and what each was on disk then. */
  taken = (): Iterable<[string, string]> => this.#taken

  /** Looks for what is to be collected: names are read only where the folder says that they changed, and files that are old hardly ever. */
  async look(now: number = Date.now()): Promise<Found> {
    const gone = await this.#readNames(now)
    const changed = [...this.#untaken]
    this.#turn = (this.#turn + 1) % TURNS
    let index = 0
    for (const [name, state] of this.#taken) {
      index += 1
      const isYoung = partsOf(state).writtenAt > now - YOUNG_MS
      if (!isYoung && index % TURNS !== this.#turn) continue
      const found = await stateOf(join(this.path, name))
      if (found !== undefined && found !== state) changed.push(name)
    }
    return { changed, gone }
  }

  async #readNames(now: number): Promise<string[]> {
    const { mtimeMs } = await stat(this.path)
    const { writtenAt, readAt } = this.#names
    if (mtimeMs === writtenAt && readAt - mtimeMs > COARSE_MS) return []
    this.#names = { writtenAt: mtimeMs, readAt: now }
    const there = new Set<string>()
    for await (const entry of await opendir(this.path, { bufferSize: 512 })) {
      if (!entry.isDirectory() && isInboxName(entry.name)) there.add(entry.name)
    }
    for (const name of there) if (!this.#taken.has(name)) this.#untaken.add(name)
    for (const name of this.#untaken) if (!there.has(name)) this.#untaken.delete(name)
    const gone = [...this.#taken.keys()].filter((name) => !there.has(name))
    for (const name of gone) this.#taken.delete(name)
    return gone
  }
}
