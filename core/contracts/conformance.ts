import type { CallbackRequest } from './channel_callback.js'
import type { Json, Row } from './scalar.js'

/** A file that the platform wrote, kept beside the tests of its source. */
export interface RecordedFile {
  /** What the platform calls it; collectors may tell layouts apart by it. */
  name: string
  /** Where it is kept, relative to the plugin's `tests` folder: `fixtures/queue_log`. */
  path: string
  /** Settings of the collection point it comes from, where they differ from those of the others. */
  settings?: Readonly<Record<string, Json>>
}

/**
 * What the conformance suite is given of a source: `plugins/sources/<key>/tests/conformance.ts` exports
 * one as its default. Each file is read alone, from an empty memory.
 */
export interface Conformance {
  /** Settings of the collection point. */
  settings?: Readonly<Record<string, Json>>
  /** Of the collection point; Europe/Stockholm where left out. */
  zone?: string
  files: readonly RecordedFile[]
  /**
   * A line that no version of the platform writes, put in after so many lines of the first file (1
   * where left out): it must be rejected. False where the format has no lines.
   */
  broken?: { line?: string; after?: number } | false
}

/**
 * What the conformance suite is given of a channel: `plugins/channels/<key>/tests/conformance.ts`
 * exports one as its default. Each platform that the channel may speak to has a stand-in.
 */
export interface ChannelConformance {
  platforms: readonly { name: string; start(): Promise<ChannelStandIn> }[]
}

/** A server of the test's own that speaks a platform's documented protocol. */
export interface ChannelStandIn {
  /** Leads to it. */
  settings: Row
  /** The same, with a key that it does not take; left out where it asks for none. */
  wrongSettings?: Row
  /** An address that it takes messages for. */
  to: string
  /** What it was handed, oldest first. */
  received(): { to: string; text: string }[]
  /** Makes it say this of a message that it was handed; left out where it never tells. */
  deliver?(reference: string, how: 'confirmed' | 'bounced'): void
  /** What it tells at a callback of a message that it was handed; left out where it tells nothing. */
  tells?(reference: string, how: 'sent' | 'delivered' | 'undelivered'): CallbackRequest
  /** Makes it take the next message and close the connection without an answer. */
  hangUp?(): void
  /** Makes it answer the next message with this, taking nothing: a fault that its documents name. */
  fail?(fault: 'later' | 'refused'): void
  stop(): Promise<void>
}

/**
 * What the conformance suite is given of a source that declares acts: `plugins/sources/<key>/tests/acts_conformance.ts`
 * exports one as its default.
 */
export interface ActsConformance {
  start(): Promise<ActsStandIn>
}

/** A platform of the test's own: the person is logged on to no queue, and the queue is there. */
export interface ActsStandIn {
  /** Settings of a collection point that leads to it. */
  settings: Readonly<Record<string, Json>>
  /** The same, with an account that may not act. */
  wrongSettings: Readonly<Record<string, Json>>
  person: string
  queue: string
  /** The telephone, where the platform must be told. */
  device?: string
  reason?: string
  /** What it has written down for statistics so far. */
  log(): readonly string[]
  /** From now on it takes what it is asked, and answers nothing. */
  fallSilent(): void
  stop(): Promise<void> | void
}
