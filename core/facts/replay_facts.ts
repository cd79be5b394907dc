import type { CollectedEvent } from '#core/contracts/collector'
import type { StoredFact } from '#core/facts/queries/find_stored'
import { nextVersion } from '#core/facts/version_clock'

/**
 * Files of one collection point that are collected again, all in one go: what they made before and do not
 * make now is gone afterwards (`dropNotMadeAgain`).
 */
export class ReplayFacts {
  readonly files: ReadonlySet<number>
  /** Rows with a lower version were written before the files were read again. */
  readonly since = nextVersion()
  /** By event and key, what was said again in a lower version than is stored, and not yet in that or a higher one. */
  readonly #lower = new Map<string, Map<string, CollectedEvent>>()

  constructor(files: Iterable<number>) {
    this.files = new Set(files)
  }

  /**
   * Notes whether an event says less than is stored of its key. What these files have said already is no
   * old word of theirs: less than that is an older copy.
   */
  note(event: CollectedEvent, isLower: boolean, stored: Pick<StoredFact, 'version'>): void {
    const noted = this.#lower.get(event.event) ?? new Map<string, CollectedEvent>()
    this.#lower.set(event.event, noted)
    const before = noted.get(event.key)
    if (!isLower) noted.delete(event.key)
    else if (before ? (event.version ?? 0) >= (before.version ?? 0) : stored.version < this.since) {
      noted.set(event.key, event)
    }
  }

  /** What the files say in the end, of keys of which they say less than they did before. */
  lower = (): CollectedEvent[] => [...this.#lower.values()].flatMap((known) => [...known.values()])
}
