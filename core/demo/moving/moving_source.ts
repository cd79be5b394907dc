import type { DemoWriter } from '#core/contracts/collector'
import { demoLines, grownName } from '#core/demo/moving/demo_lines'
import {
  addLines,
  type DemoFolders,
  leaveOutWritten,
  removeOld,
  writtenFiles,
} from '#core/demo/moving/grown_files'

const DAY_MS = 24 * 3_600_000
/** What an installation that stood still missed is made up for, but not longer than this. */
const LONGEST_GAP_MS = 62 * DAY_MS
/** Some things end days after they began, such as an answer to an e-mail. */
const LATE_MS = 7 * DAY_MS
/** What was written around the moment at which it was written last is looked for in the files. */
const OVERLAP_MS = 60_000
/** How often what ends late is looked for. */
const LATE_EVERY_MS = 10 * 60_000

/**
 * One source of the demo that goes on: what happens is added to files of its inbox, from where it is collected
 * like any other. What is in its files already is never written again, whoever wrote it.
 */
export class MovingSource {
  /** Lines of the last days that have been written. */
  #written = new Set<string>()
  #lookedBackAt = 0

  constructor(
    private readonly demo: DemoWriter,
    private readonly folders: DemoFolders,
    private readonly of: { zone: string; pace: number }
  ) {}

  /** Writes what has happened since the demo was written to last. Answers how many lines those were. */
  async catchUp(now: Date): Promise<number> {
    const files = await writtenFiles(this.folders)
    const last = Math.max(0, ...files.map(({ writtenAt }) => writtenAt))
    const from = new Date(Math.max(last - LATE_MS, now.getTime() - LONGEST_GAP_MS))
    const until = (moment: Date) => demoLines(this.demo, { ...this.of, from, until: moment })
    const found = await until(now)
    const missing = new Set(found.flatMap(({ lines }) => lines))
    for (const { lines } of await until(new Date(last - OVERLAP_MS))) {
      for (const line of lines) missing.delete(line)
    }
    for (const { path, writtenAt } of files) {
      if (writtenAt >= last - DAY_MS) await leaveOutWritten(path, missing)
    }
    const count = await this.#add(found, (line) => missing.has(line), now)
    await this.#lookBack(now)
    return count
  }

  /** Writes what has happened since this was last asked. */
  async goOn(now: Date): Promise<number> {
    const looksBack = now.getTime() - this.#lookedBackAt > LATE_EVERY_MS
    const from = new Date(now.getTime() - (looksBack ? LATE_MS : OVERLAP_MS))
    const found = await demoLines(this.demo, { ...this.of, from, until: now })
    const count = await this.#add(found, (line) => !this.#written.has(line), now)
    if (looksBack) await this.#lookBack(now)
    return count
  }

  /** Lines of the last days only are remembered. */
  async #lookBack(now: Date) {
    const from = new Date(now.getTime() - LATE_MS)
    const found = await demoLines(this.demo, { ...this.of, from, until: now })
    this.#written = new Set(found.flatMap(({ lines }) => lines))
    this.#lookedBackAt = now.getTime()
    await removeOld(this.folders, now)
  }

  async #add(
    found: Awaited<ReturnType<typeof demoLines>>,
    isNew: (line: string) => boolean,
    now: Date
  ) {
    let count = 0
    for (const { lines, ...file } of found) {
      const added = lines.filter(isNew)
      if (added.length === 0) continue
      const name = grownName(file, now, this.of.zone)
      await addLines(this.folders, { ...file, name }, added, now)
      for (const line of added) this.#written.add(line)
      count += added.length
    }
    return count
  }
}
