import logger from '@adonisjs/core/services/logger'
import {
  claimLeases,
  forgetLeases,
  leasesOf,
  releaseLeases,
  renewLeases,
} from '#core/outbox/leases'
import { shareOf } from '#core/outbox/share'

/** What is divided over the processes that do it. */
export interface Divided {
  /** What the names of its leases begin with. */
  group: string
  /** Tells this process from all others. */
  holder: string
  /** How long a process may be silent before others take its part over. */
  seconds: number
  /** How often leases are renewed and divided anew; a fifth of `seconds` unless said. */
  everyMs?: number
  /** All there is to do. */
  names(): Promise<readonly string[]>
  /** Whether this process is at work at it: then it is given away afterwards. */
  isBusy?(name: string): boolean
}

/** Told what this process has from now on. It never throws. */
export type FollowDivision = () => void

const BEATS = 5
const KEPT = 100

/**
 * Divides work over all processes that join: each has a part of the names under leases, and renews them
 * while it lives. What a killed process had is taken over when its leases end; what a stopped one had at
 * the next beat of the others, a fifth of that later.
 */
export class Division {
  readonly #held = new Map<string, AbortController>()
  readonly #followers = new Set<FollowDivision>()
  #until = 0
  #next: NodeJS.Timeout | undefined
  #end: NodeJS.Timeout | undefined
  #beating: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(private readonly divided: Divided) {}

  /** Joins, and resolves when this process has its first part. */
  async start(): Promise<void> {
    await this.#beat()
  }

  /** Takes nothing more, and gives back what it has: what is at work should have ended before. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#next)
    clearTimeout(this.#end)
    await this.#beating
    this.#keepOnly(new Set())
    await releaseLeases(this.divided.holder).catch(() => undefined)
  }

  /** Whether this process has it now, for sure. */
  has = (name: string): boolean => this.#held.has(name) && performance.now() < this.#until

  /** Aborted when this process loses it; at once where it does not have it. */
  signalOf = (name: string): AbortSignal => this.#held.get(name)?.signal ?? AbortSignal.abort()

  /** Has somebody told of each change of what this process has. */
  follow(follower: FollowDivision): () => void {
    this.#followers.add(follower)
    return () => void this.#followers.delete(follower)
  }

  #beat(): Promise<void> {
    this.#beating = this.#divide()
      .catch((error: unknown) => {
        logger.warn({ err: error as Error }, `The work of ${this.divided.group} is not divided.`)
      })
      .finally(() => {
        if (this.#isStopped) return
        const { seconds, everyMs = (seconds * 1000) / BEATS } = this.divided
        this.#next = setTimeout(() => void this.#beat(), everyMs).unref()
      })
    return this.#beating
  }

  async #divide() {
    const { group, holder, seconds } = this.divided
    const began = performance.now()
    await renewLeases(holder, seconds)
    await claimLeases(holder, [`${group}@${holder}`], seconds)
    const [names, leases] = await Promise.all([this.divided.names(), leasesOf(group)])
    const members = leases.flatMap(({ name }) =>
      name.startsWith(`${group}@`) ? [name.slice(group.length + 1)] : []
    )
    const mine = new Set(shareOf(holder, members, names))
    const prefix = `${group}/`
    const had = leases
      .filter((lease) => lease.holder === holder && lease.name.startsWith(prefix))
      .map(({ name }) => name.slice(prefix.length))
    const free = had.filter((name) => !mine.has(name) && !this.divided.isBusy?.(name))
    // Nothing more is begun of what is given away before others may take it.
    this.#keepOnly(new Set(had.filter((name) => !free.includes(name))))
    await releaseLeases(
      holder,
      free.map((name) => prefix + name)
    )
    const taken = new Set(leases.map(({ name }) => name))
    const wanted = [...mine].map((name) => prefix + name).filter((name) => !taken.has(name))
    await claimLeases(holder, wanted, seconds)
    const now = wanted.length > 0 ? await leasesOf(prefix) : leases
    if (this.#isStopped) return
    this.#take(
      now
        .filter((lease) => lease.holder === holder && lease.name.startsWith(prefix))
        .map(({ name }) => name.slice(prefix.length))
        .filter((name) => !free.includes(name)),
      began + seconds * 1000
    )
    await forgetLeases(group, seconds * KEPT)
  }

  #take(names: readonly string[], until: number) {
    this.#until = until
    clearTimeout(this.#end)
    // Whoever cannot renew its leases in time must take it that others have them.
    this.#end = setTimeout(() => this.#keepOnly(new Set()), until - performance.now()).unref()
    const gained = names.filter((name) => !this.#held.has(name))
    for (const name of gained) this.#held.set(name, new AbortController())
    if (gained.length > 0) this.#tell()
  }

  #keepOnly(kept: ReadonlySet<string>) {
    let isLess = false
    for (const [name, lost] of this.#held) {
      if (kept.has(name)) continue
      this.#held.delete(name)
      lost.abort()
      isLess = true
    }
    if (isLess) this.#tell()
  }

  #tell() {
    for (const follower of this.#followers) follower()
  }
}
