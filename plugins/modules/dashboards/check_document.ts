import {
  boardColumns,
  type BoardDocument,
  type Place,
  type PlacedWidget,
} from '#core/contracts/board'
import type { CustomerTools } from '#core/contracts/module_tools'
import type { Json } from '#core/contracts/scalar'
import type { Setting } from '#core/contracts/settings'
import type { WidgetPlugin } from '#core/contracts/widget'
import { wrongDocument } from './errors.js'

const LONGEST = 256 * 1024
const LONGEST_TEXT = 8000

/**
 * Whether the parts of a document fit each other and the widgets that there are.
 *
 * @throws E_BOARD_DOCUMENT, of which the sentence names the field
 */
export function checkDocument(
  document: BoardDocument,
  kinds: readonly WidgetPlugin[]
): BoardDocument {
  if (JSON.stringify(document).length > LONGEST) {
    throw wrongDocument('document', `it may be at most ${LONGEST / 1024} KB.`)
  }
  const { places, widgets, mode } = document
  const placed = new Set(places.map(({ id }) => id))
  if (placed.size < places.length) throw wrongDocument('places', 'each widget has one place.')
  for (const { id } of places) {
    if (!Object.hasOwn(widgets, id)) throw wrongDocument('places', `there is no widget "${id}".`)
  }
  for (const [id, widget] of Object.entries(widgets)) {
    if (!placed.has(id)) throw wrongDocument('places', `the widget "${id}" has no place.`)
    checkWidget(id, widget, kinds)
  }
  const columns = boardColumns[mode]
  const outside = places.find(({ x, w }) => x + w > columns)
  if (outside) {
    throw wrongDocument('places', `"${outside.id}" reaches beyond the ${columns} columns.`)
  }
  const covered = mode === 'rows' ? overlapping(places) : undefined
  if (covered) throw wrongDocument('places', `"${covered[0]}" and "${covered[1]}" overlap.`)
  return document
}

function overlapping(places: readonly Place[]): [string, string] | undefined {
  for (const [at, a] of places.entries()) {
    const b = places
      .slice(at + 1)
      .find((o) => a.x < o.x + o.w && o.x < a.x + a.w && a.y < o.y + o.h && o.y < a.y + a.h)
    if (b) return [a.id, b.id]
  }
  return undefined
}

function checkWidget(id: string, widget: PlacedWidget, kinds: readonly WidgetPlugin[]) {
  const kind = kinds.find(({ key }) => key === widget.kind)
  if (!kind) {
    const known = kinds.map(({ key }) => key).join(', ')
    throw wrongDocument(`widgets.${id}.kind`, `there are these: ${known}.`)
  }
  const declared = kind.board?.settings ?? {}
  for (const [name, value] of Object.entries(widget.settings ?? {})) {
    const field = `widgets.${id}.settings.${name}`
    const setting = Object.hasOwn(declared, name) ? declared[name] : undefined
    if (!setting) {
      const known = Object.keys(declared).join(', ')
      throw wrongDocument(field, known ? `its settings are ${known}.` : 'it has no settings.')
    }
    const problem = checkSetting(value, setting)
    if (problem) throw wrongDocument(field, problem)
  }
}

function checkSetting(value: Json, { type, choices }: Setting): string | null {
  switch (type) {
    case 'flag':
      return typeof value === 'boolean' ? null : 'it is true or false.'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'it is a number.'
    case 'choice': {
      const known = Object.keys(choices ?? {})
      return known.includes(String(value)) ? null : `it is one of ${known.join(', ')}.`
    }
    default:
      if (typeof value !== 'string') return 'it is a text.'
      return value.length > LONGEST_TEXT ? `it may have ${LONGEST_TEXT} characters.` : null
  }
}

/** The kinds of widgets that a document may name: those of the product, also where the customer lacks some. */
export const kindsOf = (customer: CustomerTools) => customer.widgets()
