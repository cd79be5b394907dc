import { boardColumns, type BoardDocument } from '#core/contracts/board'

/** A board with the widgets of another below its own, and what those are called there. */
export function withWidget(
  board: BoardDocument,
  added: BoardDocument
): { document: BoardDocument; ids: string[] } {
  const end = Math.max(0, ...board.places.map(({ y, h }) => y + h))
  const scale = boardColumns[board.mode] / boardColumns[added.mode]
  const ids = new Map<string, string>()
  const taken: Record<string, unknown> = { ...board.widgets }
  for (const { id } of added.places) {
    const free = freeId(taken, id)
    taken[free] = true
    ids.set(id, free)
  }
  const document: BoardDocument = {
    ...board,
    places: [
      ...board.places,
      ...added.places.map(({ id, x, y, w, h }) => ({
        id: ids.get(id)!,
        x: Math.floor(x * scale),
        y: end + y,
        w: Math.max(1, Math.floor(w * scale)),
        h,
      })),
    ],
    widgets: {
      ...board.widgets,
      ...Object.fromEntries(
        Object.entries(added.widgets).map(([id, widget]) => [ids.get(id)!, widget])
      ),
    },
  }
  return { document, ids: [...ids.values()] }
}

/** A board without one of its widgets; what lay beside it stays where it is. */
export function withoutWidget(board: BoardDocument, id: string): BoardDocument {
  const { phone } = board
  return {
    ...board,
    places: board.places.filter((place) => place.id !== id),
    ...(phone && { phone: phone.filter((one) => one !== id) }),
    widgets: Object.fromEntries(Object.entries(board.widgets).filter(([one]) => one !== id)),
  }
}

function freeId(taken: Readonly<Record<string, unknown>>, wish: string): string {
  if (!Object.hasOwn(taken, wish)) return wish
  for (let at = 1; ; at++) {
    const id = `w${at}`
    if (!Object.hasOwn(taken, id)) return id
  }
}
