import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import type { Board } from '../board.js'
import { publishedDocument } from '../find_board.js'
import type { Frozen } from './link.js'
import { isShown, shownPublicly } from './shown_publicly.js'
import { withoutNames } from './without_names.js'

/** A board as a link shows it from now on, whatever becomes of the board. */
export async function freeze(
  customer: CustomerTools,
  reader: ModuleReader,
  board: Board,
  { language, names }: { language: string; names: boolean }
): Promise<Frozen> {
  const [whole, types, live, kinds, { zone }] = await Promise.all([
    publishedDocument(customer, board),
    customer.reportTypes(reader, language),
    customer.live(language),
    customer.widgets(language),
    customer.about(),
  ])
  const document = names ? whole : withoutNames(whole, kinds, types)
  const { name } = board
  const shown = shownPublicly({ name, language, zone, document, types, live, kinds })
  const hidden = Object.keys(document.widgets).filter(
    (id) => !isShown(kinds, document.widgets[id]!)
  )
  if (!hidden.length) return { document, shown }
  const without = (one: typeof document) => ({
    ...one,
    places: one.places.filter(({ id }) => !hidden.includes(id)),
    widgets: Object.fromEntries(Object.entries(one.widgets).filter(([id]) => !hidden.includes(id))),
  })
  return { document: without(document), shown: { ...shown, document: without(shown.document) } }
}
