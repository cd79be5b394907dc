import { boardColumns, type BoardDocument } from '#core/contracts/board'

/** A board with the widgets of another below its own. */
export function withWidget(board: BoardDocument, added: BoardDocument): BoardDocument {
  const end = Math.max(0, ...board.places.map(({ y, h }) => y + h))
  const scale = boardColumns[board.mode] / boardColumns[added.mode]
  const ids = new Map(added.places.map(({ id }) => [id, freeId(board, id)]))
  return {
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
}

function freeId({ widgets }: BoardDocument, wish: string): string {
  if (!Object.hasOwn(widgets, wish)) return wish
  for (let at = 1; ; at++) {
    const id = `w${at}`
    if (!Object.hasOwn(widgets, id)) return id
  }
}
