import type { Field } from '#core/contracts/event'
import type { FeedType } from '#core/contracts/feed'
import { objectSql } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'
import type { ReportWords } from '#core/reports/document/report_words'
import type { ObjectCatalogue } from '#core/reports/objects/object_catalogue'

/** A column of a specification as SQL: what is shown in it, which may be another thing than what was read. */
export interface ShownColumn {
  key: string
  type: FeedType
  nullable: boolean
  /** The field that it shows; none of `id` and `start`. */
  field?: string
  /** What it shows of the field: itself, or how people read it. */
  shows?: 'own' | 'words'
}

export interface ShownPlace {
  query: EventQuery
  bind: Bindings
  catalogue: ObjectCatalogue
  words: ReportWords
}

/** The expression of what a column shows. Objects and choices are asked by what they are called. */
export function shownSql(column: ShownColumn, place: ShownPlace): string {
  if (column.key === 'id') return "concat(toString(point), '-', key)"
  if (!column.field) return 'at'
  const field = place.query.event.fields[column.field]
  const sql = fieldColumn(column.field)
  if (field.type === 'object') return objectText(column, place)
  if (column.shows !== 'words') return sql
  return field.type === 'flag' ? flagText(sql, place) : choiceText(column.field, field, place)
}

function objectText({ field, shows }: ShownColumn, { query, bind, catalogue, words }: ShownPlace) {
  const sql = fieldColumn(field!)
  const { visible } = catalogue
  const ordinals = bind.bind(
    'Array(UInt32)',
    visible.map((_, index) => index + 1)
  )
  const texts = bind.bind(
    'Array(String)',
    visible.map((object) => (shows === 'words' ? object.name : catalogue.address(object)))
  )
  const other = bind.bind('String', shows === 'words' ? words.core('other') : 'other')
  const text = visible.length
    ? `transform(${objectSql(query, field!, bind)}, ${ordinals}, ${texts}, ${other})`
    : other
  return `if(${sql} = '', NULL, ${text})`
}

function choiceText(name: string, field: Field, { query, bind, words }: ShownPlace) {
  const sql = fieldColumn(name)
  const keys = field.type === 'choice' ? Object.keys(field.choices) : []
  const labels = keys.map((choice) =>
    words.plugin(`events.${query.event.key}.fields.${name}.choices.${choice}`)
  )
  const plain = `CAST(${sql}, 'Nullable(String)')`
  return `transform(${plain}, ${bind.bind('Array(String)', keys)}, ${bind.bind('Array(String)', labels)}, ${plain})`
}

const flagText = (sql: string, { bind, words }: ShownPlace) =>
  `if(isNull(${sql}), NULL, if(${sql}, ${bind.bind('String', words.core('yes'))}, ${bind.bind('String', words.core('no'))}))`
