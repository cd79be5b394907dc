import type { Field } from '#core/contracts/event'
import type { FeedColumn, FeedType } from '#core/contracts/feed'
import type { FactValue } from '#core/facts/fact_store'
import type { Scalar } from '#core/contracts/scalar'
import { NONE, OTHER } from '#core/reports/compile/event_query'
import type { ShownColumn } from '#core/reports/compile/shown_sql'
import { mask } from '#core/reports/document/mask'
import { feedColumn, type FeedNaming } from '#core/reports/feed/feed_names'
import type { ObjectCatalogue } from '#core/reports/objects/object_catalogue'

/** A column of the calls behind a report: what it is called, and what it shows of which field. */
export interface CallColumn extends FeedColumn, ShownColumn {
  key: string
  type: FeedType
  nullable: boolean
}

const types: Readonly<Record<Field['type'], FeedType>> = {
  text: 'text',
  phone: 'phone',
  choice: 'text',
  object: 'text',
  flag: 'flag',
  time: 'moment',
  seconds: 'whole',
  number: 'whole',
  decimal: 'number',
}
const units: Readonly<Partial<Record<Field['type'], FeedColumn['unit']>>> = {
  phone: 'phone',
  time: 'time',
  seconds: 'seconds',
  number: 'count',
  decimal: 'number',
}

/** The columns of the calls behind a report; what joins the legs of a call is `call` in every report. */
export function callColumns({ type, words }: Omit<FeedNaming, 'query' | 'source'>): CallColumn[] {
  const [event] = Object.values(type.events)
  const { call } = event
  const fields = [
    ...type.specification,
    ...(call && !type.specification.includes(call) ? [call] : []),
  ]
  return [
    feedColumn('id', words.core('feed.id'), 'text'),
    feedColumn('start', words.core('at'), 'moment', { unit: 'time' }),
    ...fields.flatMap((name): CallColumn[] => {
      const field = event.fields[name]
      const path = `events.${event.key}.fields.${name}`
      const label = words.plugin(`${path}.label`)
      const description = field.description ? words.plugin(`${path}.description`) : ''
      const own: CallColumn = {
        key: name === call ? 'call' : name,
        label,
        description,
        type: types[field.type],
        unit: units[field.type],
        nullable: true,
        field: name,
        shows: 'own',
      }
      const ending = twinOf(field)
      return ending
        ? [own, { ...own, key: `${name}${ending}`, type: 'text', unit: undefined, shows: 'words' }]
        : [own]
    }),
  ]
}

const twinOf = ({ type }: Field) =>
  type === 'object' ? 'Name' : type === 'choice' || type === 'flag' ? 'Label' : undefined

export interface CallReading extends Omit<FeedNaming, 'query' | 'source'> {
  catalogue: ObjectCatalogue
  personalFields: boolean
  moment: (at: number, point: number) => string
}

/** Turns what was read of a column's field into what it shows. Made once, as it is done a million times. */
export function callReader(
  column: CallColumn,
  reading: CallReading
): (value: FactValue, point: number) => Scalar {
  const { type, words, catalogue, moment, personalFields } = reading
  const [event] = Object.values(type.events)
  const name = column.field!
  const field = event.fields[name]
  const inWords = column.shows === 'words'
  const orNull =
    (read: (value: NonNullable<FactValue>, point: number) => Scalar) =>
    (value: FactValue, point: number) => (value === null ? null : read(value, point))
  switch (field.type) {
    case 'object': {
      const other = inWords ? words.core('other') : 'other'
      const texts = catalogue.visible.map((object) =>
        inWords ? object.name : catalogue.address(object)
      )
      return orNull((value) =>
        value === NONE ? null : value === OTHER ? other : texts[Number(value) - 1]!
      )
    }
    case 'choice': {
      if (!inWords) return orNull(String)
      const labels = new Map(
        Object.keys(field.choices).map((choice) => [
          choice,
          words.plugin(`events.${event.key}.fields.${name}.choices.${choice}`),
        ])
      )
      return orNull((value) => labels.get(String(value)) ?? String(value))
    }
    case 'flag': {
      const is = (value: FactValue) => value === true || value === 1
      const [yes, no] = [words.core('yes'), words.core('no')]
      return orNull((value) => (inWords ? (is(value) ? yes : no) : is(value)))
    }
    case 'time':
      return orNull((value, point) => moment(Number(value), point))
    case 'seconds':
    case 'number':
    case 'decimal':
      return orNull(Number)
    default:
      return field.personal && !personalFields
        ? orNull((value) => mask(String(value), field.type))
        : orNull(String)
  }
}
