import type { BoardDocument } from '#core/contracts/board'

/** A dashboard with nothing on it yet. */
export const emptyDocument: BoardDocument = {
  schema: 1,
  mode: 'rows',
  look: {},
  variables: {},
  places: [],
  widgets: {},
}
