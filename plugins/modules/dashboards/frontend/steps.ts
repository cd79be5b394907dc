import { boardColumns, type BoardDocument, type Place } from '#core/contracts/board'
import { placed } from './edits.js'

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
/** A board after a key has moved or, with Shift, sized a widget; undefined of other keys. */
export function steppedByKey(
  whole: BoardDocument,
  id: string,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  smallest: { w: number; h: number }
): { board: BoardDocument; place: Place } | undefined {
  const step = arrows[key]
  const place = whole.places.find((one) => one.id === id)
  if (!step || !place) return undefined
  const columns = boardColumns[whole.mode]
  const [dx, dy] = step
  const next = shiftKey
    ? {
        ...place,
        w: Math.min(columns - place.x, Math.max((smallest.w * columns) / 12, place.w + dx)),
        h: Math.max(smallest.h, place.h + dy),
      }
    : {
        ...place,
        x: Math.min(columns - place.w, Math.max(0, place.x + dx)),
        y: Math.max(0, place.y + dy),
      }
  return { board: stepped(whole, next, dy), place: next }
}

/** In rows the neighbour that would be covered changes places with it. */
function stepped(whole: BoardDocument, next: Place, dy: number): BoardDocument {
  if (whole.mode === 'free') return placed(whole, [next])
  const before = whole.places.find(({ id: one }) => one === next.id)!
  const covered = whole.places.filter(
    (one) =>
      one.id !== next.id &&
      next.x < one.x + one.w &&
      one.x < next.x + next.w &&
      next.y < one.y + one.h &&
      one.y < next.y + next.h
  )
  const moved = covered.map((one) =>
    dy < 0 || next.y < before.y
      ? { ...one, y: next.y + next.h }
      : next.y > before.y
        ? { ...one, y: Math.max(0, before.y) }
        : { ...one, y: next.y + next.h }
  )
  const lifted =
    next.y > before.y && covered.length
      ? { ...next, y: Math.max(...covered.map(({ h }) => before.y + h)) }
      : next
  return settled(placed(whole, [lifted, ...moved]))
}
/** Nothing covers anything, and nothing hangs in the air. */
function settled(whole: BoardDocument): BoardDocument {
  const done: Place[] = []
  const covers = (a: Place, b: Place) =>
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
  for (const place of [...whole.places].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const free = { ...place }
    while (done.some((one) => covers(one, free))) free.y++
    while (free.y > 0 && !done.some((one) => covers(one, { ...free, y: free.y - 1 }))) free.y--
    done.push(free)
  }
  return placed(whole, done)
}
