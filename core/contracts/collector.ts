import type { Duplex, Readable } from 'node:stream'
import type { Act, PauseReason, PersonNow } from './act.js'
import type { LiveChange, ObjectRef } from './live.js'
import type { Json, Row } from './scalar.js'

/**
 * An object is known by collection point, type and identifier. An alias may have been somebody
 * else's before `from`.
 */
export interface CollectedObject {
  objectType: string
  identifier: string
  name: string
  aliases?: readonly { identifier: string; from?: Date; to?: Date }[]
  groups?: readonly string[]
  removed?: true
}

/**
 * `key` is the source's own, unique in its point and event: the same key again replaces whatever it
 * was (time and objects too) unless its `version` is lower. `at` is when it arrived at the object.
 */
export interface CollectedEvent {
  event: string
  key: string
  at: Date
  fields: Row
  version?: number
  removed?: true
}

export interface Rejected {
  line: string
  /** 1-based, counted from the first line of the input's `body`; core adds the lines before `from`. */
  number?: number
  reason: string
}

export interface CollectionPoint {
  id: number
  customerId: number
  zone: string
  settings: Readonly<Record<string, Json>>
}

/**
 * `memory` is opaque to core (open calls, a cursor); `position` is how many bytes of the whole file
 * are dealt with: `from` and what was read since. Core stores both only after the events are durable;
 * the same input and memory give the same events.
 */
export interface Collected {
  events?: CollectedEvent[]
  objects?: CollectedObject[]
  rejected?: Rejected[]
  /**
   * The events of this result are all that there is with keys that begin so: what was stored with such a key
   * before, and is not among them, is gone.
   */
  replaces?: readonly { event: string; keyStart: string }[]
  position?: number
  memory: Json
}

/**
 * What is new of a file or a pushed body. `from` is the position reached before, and `body` begins
 * there; a half-written last line is left for next time.
 */
export interface Input {
  name: string
  from: number
  body: Readable
}

/** All that a collector may reach outward with: `fetch` obeys the installation's address rules, limits and recording. */
export interface Tools {
  fetch: typeof fetch
  /** Connects to a host and port that the settings name, under the same rules as `fetch`. */
  connect(address: { host: string; port: number; tls: boolean }): Promise<Duplex>
  now(): Date
  log(message: string): void
}

/** Talks to one platform, one call at a time per collection point. A method that is absent is not offered in the interface. */
export interface Collector {
  /** A file or a pushed body in the platform's own format. Never throws for a bad record: it is `rejected`, with the reason. */
  read?(input: Input, point: CollectionPoint, memory: Json): AsyncIterable<Collected>
  /** Asks the platform for what is new. Must be safe to run again from the same memory. */
  poll?(point: CollectionPoint, memory: Json, signal: AbortSignal): AsyncIterable<Collected>
  /** The whole directory; what is no longer in it is `removed` and stays reportable. */
  directory?(point: CollectionPoint, signal: AbortSignal): AsyncIterable<CollectedObject>
  /** Asks the platform what is so now, again and again while somebody watches; undefined where the point is not asked. */
  live?(point: CollectionPoint, signal: AbortSignal): Promise<LiveChange> | undefined
  /** Seconds between two such questions; 5 where left out. */
  liveEvery?: number
  /**
   * The platform tells what is so now, as it happens. It ends when the signal says so, and throws where
   * it cannot go on: then it is begun anew after a while. Undefined where the point is not set up for it.
   */
  watch?(point: CollectionPoint, signal: AbortSignal): AsyncIterable<LiveChange> | undefined
  /**
   * Does something for an agent. Doing it twice is doing it once: what is so already is `already`, and nothing is sent
   * that would be counted twice. `done` where the platform took it, `handed` where it does it later. Throws `NotDone`.
   */
  act?(
    point: CollectionPoint,
    act: Act,
    signal: AbortSignal
  ): Promise<'done' | 'already' | 'handed'>
  /** How an agent stands in the queues: asked where no event came after an act. */
  holds?(point: CollectionPoint, person: ObjectRef, signal: AbortSignal): Promise<PersonNow>
  /** The reasons that agents can give for a pause. */
  reasons?(point: CollectionPoint): Promise<readonly PauseReason[]>
  /** Tries the settings; throws a sentence that an administrator can act on. */
  test?(point: CollectionPoint, signal: AbortSignal): Promise<void>
}

/** One file as the platform would have written it, for the demo customer. */
export interface DemoFile {
  /** Which collection point it belongs to; made when it is not there. */
  point: string
  name: string
  /** The first line of such a file, where the format has one of its own. */
  header?: string
  body: Readable
}

/**
 * Writes believable files of the platform for the demo customer, which core then collects like any
 * other. The same request gives the same bytes. A later `until` adds lines, or tells the last of some line
 * in another one with the same key: that is how the demo goes on after it was made.
 */
export type DemoWriter = (request: {
  /** Local date of the first day, and the moment up to which calls have happened. */
  from: string
  until: Date
  zone: string
  /** So many times as busy as usual, day and night, so that there is something to see at any hour; 1 where left out. */
  pace?: number
}) => {
  objects: readonly CollectedObject[]
  settings?: Readonly<Record<string, Json>>
  files: AsyncIterable<DemoFile>
}

/** A stand-in of the platform on this machine, which tells what is so now as the demo’s files have it. */
export interface DemoPlatform {
  /** Of the demo's collection points: by these its collector finds the stand-in. Secrets are sealed by core. */
  settings(place: { address: string; secret: string }): Readonly<Record<string, Json>>
  /** Somebody has connected. */
  connected(socket: Duplex): void
  /** Lets happen what has happened by now. Called about every second, at first before anybody connects. */
  goOn(now: Date): void
}

export type DemoPlatformMaker = (request: {
  zone: string
  pace: number
  secret: string
}) => DemoPlatform
