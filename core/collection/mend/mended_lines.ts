import type { LostFacts } from '#core/collection/mend/lost_facts'
import type { Mended, MendedPoint } from '#core/collection/mend/mend_facts'

/** What mending did, in sentences. */
export function mendedLines({ parts, points, lost }: Mended): string[] {
  if (parts.length + points.length === 0) return ['Nothing is damaged.']
  return [
    ...parts.map(
      ({ table, month, part, reason, kept }) =>
        `${table}, ${month ?? 'of no month'}, part ${part}: ${reason} ${kept === null ? 'Nothing of it was left to keep.' : `It is kept in ${kept}.`}`
    ),
    ...points.map(pointLine),
    ...lost.map(lostLine),
    lost.length === 0 && points.every(({ problem }) => problem === null)
      ? 'All that lay in it was collected again.'
      : 'Not all could be brought back.',
  ]
}

function pointLine({ customer, source, point, files, totals, gone, problem }: MendedPoint) {
  const who = `${customer}, ${source}/${point}`
  if (problem !== null) return `${who}: its files could not be collected again. ${problem}`
  const { added, replaced, unchanged } = totals
  const less = gone > 0 ? `, ${gone} not made any more` : ''
  const read = `${files} ${files === 1 ? 'file' : 'files'} collected again`
  return `${who}: ${read}, ${added} facts written anew, ${replaced} replaced, ${unchanged} unchanged${less}.`
}

function lostLine({ table, month, customer, source, point, facts, files }: LostFacts) {
  const who = `${customer}, ${source}/${point}`
  const where = table === null ? '' : ` that lay in ${table}, ${month ?? 'of no month'}`
  const what = facts === null ? 'facts may be missing' : `up to ${facts} facts are missing`
  const because =
    files.length > 0
      ? `These files are not kept any more, so put them in the inbox again: ${files.join(', ')}.`
      : 'They are in no kept file: the platform was asked for them, or sent them as events. Have them sent again.'
  return `${who}: ${what}${where}. ${because}`
}
