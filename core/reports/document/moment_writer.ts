import { ZoneClock } from '#core/reports/intervals/zone_clock'

const QUARTER = 900_000

/**
 * Writes moments on the clock of one zone as `localMoment` does, for those who write millions: clocks
 * change on whole quarters of an hour, and moments that follow each other mostly share one.
 */
export function momentWriter(zone: string): (at: number) => string {
  const clock = new ZoneClock(zone)
  const known = new Map<number, { ahead: number; ending: string }>()
  return (at) => {
    const quarter = Math.floor(at / QUARTER)
    let found = known.get(quarter)
    if (!found) {
      if (known.size > 10_000) known.clear()
      const ahead = clock.offset((quarter * QUARTER) / 1000)
      found = { ahead: ahead * 1000, ending: ending(ahead) }
      known.set(quarter, found)
    }
    const text = new Date(at + found.ahead).toISOString()
    return (text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23)) + found.ending
  }
}

/** `+01:00`; seconds of an offset, which the nineteenth century had, are left out as everywhere. */
function ending(seconds: number) {
  if (seconds === 0) return 'Z'
  const minutes = Math.abs(Math.trunc(seconds / 60))
  const two = (part: number) => String(part).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
