import { DateTime } from 'luxon'

/** Chance that can be repeated, for demo writers: the same seed gives the same numbers. */
export interface Chance {
  /** 0 up to, not including, 1. */
  next(): number
  /** A number between two, both possible where whole. */
  between(from: number, to: number): number
  whole(from: number, to: number): number
  /** True so often, of 1. */
  happens(share: number): boolean
  /** Waiting times and lengths: most are short, a few long. */
  exponential(mean: number): number
  one<T>(values: readonly T[]): T
  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

/** Mulberry32, seeded by a text. */
export function chanceOf(seed: string): Chance {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + next() * (to - from)
  return {
    next,
    between,
    whole: (from, to) => Math.floor(between(from, to + 1)),
    happens: (share) => next() < share,
    exponential: (mean) => -Math.log(1 - next()) * mean,
    one: (values) => values[Math.floor(next() * values.length)]!,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>) => {
      const entries = Object.entries<number>(weights) as [K, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!)[0]
    },
  }
}

/** FNV-1a. */
const hash = (text: string) =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193), 0x811c9dc5)

/** A local day of a demo, by the offset that holds at its noon. */
export interface DemoDay {
  date: string
  /** Monday is 1. */
  weekday: number
  month: number
  /** The instant of its first local second. */
  midnight: number
  /** Of noon, in milliseconds. */
  offset: number
}

/** The local days from the first to the one that `until` is in. */
export function demoDays(from: string, until: Date, zone: string): DemoDay[] {
  const last = DateTime.fromJSDate(until, { zone }).toISODate()!
  const days: DemoDay[] = []
  for (
    let noon = DateTime.fromISO(`${from}T12:00:00`, { zone });
    noon.toISODate()! <= last;
    noon = noon.plus({ days: 1 })
  ) {
    days.push({
      date: noon.toISODate()!,
      weekday: noon.weekday,
      month: noon.month,
      midnight: noon.toMillis() - 12 * 60 * 60 * 1000,
      offset: noon.offset * 60 * 1000,
    })
  }
  return days
}

/** A moment of a day, so many milliseconds after midnight, as `2026-01-05T08:03:11` by the clock on the wall. */
export const wallClock = ({ midnight, offset }: DemoDay, moment: number): string =>
  new Date(midnight + moment + offset).toISOString().slice(0, 19)
