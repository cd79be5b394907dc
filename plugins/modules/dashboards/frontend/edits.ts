import {
  boardColumns,
  phoneOrder,
  type BoardDocument,
  type BoardMode,
  type Place,
  type PlacedWidget,
} from '#core/contracts/board'
import type { Kind } from './api.js'

/** Changes of a board; each answers another one and leaves the one before as it is. */

export function added(
  board: BoardDocument,
  kind: Kind,
  widget: PlacedWidget
): [BoardDocument, string] {
  const id = freeId(board)
  const scale = boardColumns[board.mode] / boardColumns.rows
  const size = { w: kind.usual.w * scale, h: kind.usual.h }
  // A place that waits for a widget takes it.
  const empty = board.places.find((place) => board.widgets[place.id]?.kind === 'empty_place')
  const place = empty ? { ...empty, id } : { id, ...freePlace(board, size), ...size }
  const widgets = without(board.widgets, empty?.id)
  return [
    {
      ...board,
      places: [...board.places.filter((one) => one !== empty), place],
      widgets: { ...widgets, [id]: widget },
    },
    id,
  ]
}

export function removed(board: BoardDocument, id: string): BoardDocument {
  const widgets = without(board.widgets, id)
  const places = board.places.filter((place) => place.id !== id)
  return {
    ...board,
    widgets,
    places,
    ...(board.phone && { phone: board.phone.filter((one) => one !== id) }),
  }
}

export function duplicated(board: BoardDocument, id: string): [BoardDocument, string] {
  const place = board.places.find((one) => one.id === id)!
  const copy = freeId(board)
  const size = { w: place.w, h: place.h }
  return [
    {
      ...board,
      places: [...board.places, { id: copy, ...freePlace(board, size), ...size }],
      widgets: { ...board.widgets, [copy]: board.widgets[id]! },
    },
    copy,
  ]
}

export const configured = (
  board: BoardDocument,
  id: string,
  widget: PlacedWidget
): BoardDocument => ({
  ...board,
  widgets: { ...board.widgets, [id]: widget },
})

export const placed = (board: BoardDocument, places: readonly Place[]): BoardDocument => ({
  ...board,
  places: board.places.map((place) => places.find(({ id }) => id === place.id) ?? place),
})

/** Rows have twelve columns, free places twenty-four: everything keeps its share of the width. */
export function inMode(board: BoardDocument, mode: BoardMode): BoardDocument {
  if (mode === board.mode) return board
  const scale = boardColumns[mode] / boardColumns[board.mode]
  const places = board.places.map((place) => {
    const w = Math.max(1, Math.round(place.w * scale))
    return { ...place, x: Math.min(Math.round(place.x * scale), boardColumns[mode] - w), w }
  })
  return { ...board, mode, places: mode === 'rows' ? apart(places) : places }
}

/** One step earlier or later in the order of a phone. */
export function movedOnPhone(board: BoardDocument, id: string, step: -1 | 1): BoardDocument {
  const order = phoneOrder(board)
  const at = order.indexOf(id)
  const other = order[at + step]
  if (other === undefined) return board
  order[at] = other
  order[at + step] = id
  return { ...board, phone: order }
}

/** Each below what it would cover. */
function apart(places: readonly Place[]): Place[] {
  const done: Place[] = []
  for (const place of [...places].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const free = { ...place }
    while (done.some((one) => covers(one, free))) free.y++
    done.push(free)
  }
  return done
}

const covers = (a: Place, b: Place) =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

/** The first place from above that has room. */
function freePlace({ places, mode }: BoardDocument, { w, h }: { w: number; h: number }) {
  const columns = boardColumns[mode]
  for (let y = 0; ; y++) {
    for (let x = 0; x + w <= columns; x++) {
      if (!places.some((one) => covers(one, { id: '', x, y, w, h }))) return { x, y }
    }
  }
}

function freeId({ widgets }: BoardDocument): string {
  for (let at = 1; ; at++) if (!Object.hasOwn(widgets, `w${at}`)) return `w${at}`
}

const without = (widgets: BoardDocument['widgets'], id: string | undefined) =>
  Object.fromEntries(Object.entries(widgets).filter(([one]) => one !== id))
