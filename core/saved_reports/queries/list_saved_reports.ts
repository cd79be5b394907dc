import db from '@adonisjs/lucid/services/db'
import { demandExtended } from '#core/customers/queries/demand_extended'
import { type ListPart, type ListWish, WHOLE_LIST } from '#core/http/list_wish'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import SavedReport from '#core/saved_reports/models/saved_report'
import { seesAllSaved } from '#core/saved_reports/queries/find_saved_report'
import { countOf, holding, wordsOf } from '#database/holding'

/**
 * The reader's saved reports, with `everybodys` and for an administrator all: a part of those in whose name, recipients,
 * type or owner the words stand, by name unless another order is wished.
 *
 * @throws E_NOT_IN_EDITION
 */
export async function listSavedReports(
  reader: Reader,
  { everybodys = false, wish = WHOLE_LIST, locale = 'en' }: SavedReportsWish = {}
): Promise<ListPart<SavedReport>> {
  const { customerId, userId } = reader
  await demandExtended(customerId)
  const { filter, limit, offset, order = 'name', descending } = wish
  const all = () =>
    SavedReport.query()
      .where('customerId', customerId)
      .if(!everybodys || !seesAllSaved(reader), (query) => query.where('ownerId', userId))
  const wanted = () => {
    const query = all()
    for (const word of wordsOf(filter)) {
      void query.where((any) => {
        void any.where((own) => void holding(own, ['name', 'recipients'], word))
        for (const type of typesCalled(word, locale)) void holdingType(any, type)
        if (everybodys) void any.orWhereIn('ownerId', peopleCalled(word))
      })
    }
    return query
  }
  const direction = descending ? 'desc' : 'asc'
  const [rows, found, total] = await Promise.all([
    wanted()
      .if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
      .if(order !== 'name', (query) => query.orderBy(order, direction))
      .orderByRaw(`lower(name) ${order === 'name' ? direction : 'asc'}`)
      .orderBy('id'),
    countOf(wanted().pojo()),
    countOf(all().pojo()),
  ])
  return { rows, found, all: total }
}

interface SavedReportsWish {
  /** For an administrator: not only their own. */
  everybodys?: boolean
  wish?: ListWish
  /** In which report types are called what is sought. */
  locale?: string
}

export const savedReportOrders = ['name', 'createdAt', 'updatedAt'] as const

/** Keys of report types in whose name a word stands. */
const typesCalled = (word: string, locale: string): string[] =>
  registry()
    .sources()
    .flatMap((source) =>
      source.reportTypes
        .filter(({ key }) =>
          translate(source, `reportTypes.${key}.label`, locale).toLowerCase().includes(word)
        )
        .map(({ key }) => key)
    )

/** The query is kept as JSON. */
const holdingType = (any: { orWhereRaw(sql: string, bindings: string[]): unknown }, type: string) =>
  any.orWhereRaw('?? like ?', ['query', `%"report":"${type}"%`])

const peopleCalled = (word: string) =>
  holding(db.from('users').select('id'), ['name', 'email'], word)

/**
 * The templates of the customer's, by name.
 *
 * @throws E_NOT_IN_EDITION
 */
export async function listTemplates({ customerId }: Reader): Promise<SavedReport[]> {
  await demandExtended(customerId)
  return SavedReport.query().where({ customerId, isTemplate: true }).orderBy('name').orderBy('id')
}
